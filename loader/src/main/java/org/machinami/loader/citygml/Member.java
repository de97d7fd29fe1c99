package org.machinami.loader.citygml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.coordinates.ReferenceSystem;
import org.machinami.loader.source.RecordRows;
import org.machinami.loader.source.SourceLimits;

/** One member of a city model, while it is read. */
final class Member {

  private static final String GML = "http://www.opengis.net/gml";
  private static final Pattern GENERIC =
      Pattern.compile("(string|int|double|date|uri|measure)Attribute");

  private final String file;
  private final XMLStreamReader xml;
  private final SourceLimits limits;
  private final Outline outline;
  private final long number;
  private int characters;

  Member(
      String file,
      XMLStreamReader xml,
      Optional<ReferenceSystem> system,
      int dimensions,
      SourceLimits limits,
      long number) {
    this.file = file;
    this.xml = xml;
    this.limits = limits;
    this.outline = new Outline(system, dimensions);
    this.number = number;
  }

  /**
   * Reads the element that the reader stands on, to its end.
   *
   * @param wanted whether it becomes a row
   */
  void read(RecordRows rows, boolean wanted) throws XMLStreamException {
    ObjectNode feature = JsonNodeFactory.instance.objectNode();
    feature.put("type", "Feature");
    String id = xml.getAttributeValue(GML, "id");
    if (id != null) {
      feature.put("id", id);
    }
    ObjectNode properties = feature.putObject("properties");
    properties.put("@type", xml.getLocalName());
    children(properties, 0);
    if (!wanted) {
      return;
    }
    Optional<String> fault = outline.fault();
    if (fault.isPresent()) {
      rows.addFaulty(fault.get(), id == null ? "" : id);
      return;
    }
    outline
        .wkt()
        .ifPresent(
            wkt ->
                feature
                    .putObject("geometry")
                    .put("type", wkt.substring(0, wkt.indexOf('(')))
                    .put(RecordRows.WKT, wkt));
    rows.add(feature);
  }

  /** Reads what is in an element into an object; gives back the text beside elements. */
  private String children(ObjectNode to, int depth) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (next()) {
      if (xml.isStartElement()) {
        requireDepth(depth);
        child(to, depth);
      } else if (xml.isEndElement()) {
        return text.toString().strip();
      } else if (xml.isCharacters()) {
        count(xml.getTextLength());
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
    throw new XMLStreamException("the document ends within a member");
  }

  private void child(ObjectNode to, int depth) throws XMLStreamException {
    String name = xml.getLocalName();
    if (GML.equals(xml.getNamespaceURI()) && Outline.isGeometry(name)) {
      outline.begin(CityGmlReading.system(file, xml), CityGmlReading.dimensions(xml, 0));
      geometry(name);
      outline.end();
      return;
    }
    if (GENERIC.matcher(name).matches()) {
      String key = "generic." + Optional.ofNullable(xml.getAttributeValue(null, "name")).orElse("");
      ObjectNode value = JsonNodeFactory.instance.objectNode();
      children(value, depth + 1);
      if (value.path("value").isTextual()) {
        put(to, key, value.get("value"));
      }
      return;
    }
    String unit = xml.getAttributeValue(null, "uom");
    outline.enter(name);
    ObjectNode inner = JsonNodeFactory.instance.objectNode();
    String id = xml.getAttributeValue(GML, "id");
    if (id != null) {
      inner.put("@id", id);
    }
    String text = children(inner, depth + 1);
    outline.leave();
    if (!inner.isEmpty()) {
      put(to, name, inner);
    } else if (!text.isEmpty()) {
      put(to, name, JsonNodeFactory.instance.textNode(text));
      if (unit != null) {
        put(to, name + "@uom", JsonNodeFactory.instance.textNode(unit));
      }
    }
  }

  /** Reads a geometry to its end. */
  private void geometry(String name) throws XMLStreamException {
    outline.enter(name);
    requireDepth(outline.depth());
    while (next()) {
      if (xml.isEndElement()) {
        outline.leave();
        return;
      }
      if (xml.isStartElement()) {
        String inner = xml.getLocalName();
        switch (inner) {
          case "posList", "pos", "coordinates" -> {
            int dimensions = CityGmlReading.dimensions(xml, 0);
            String numbers = xml.getElementText();
            count(numbers.length());
            outline.positions(numbers, inner, dimensions);
          }
          default -> geometry(inner);
        }
      }
    }
    throw new XMLStreamException("the document ends within a geometry");
  }

  private void requireDepth(int depth) {
    if (depth > limits.jsonDepth()) {
      throw new LoadException(Fault.DATA, "citygml.depth", file, number, limits.jsonDepth());
    }
  }

  private boolean next() throws XMLStreamException {
    if (!xml.hasNext()) {
      return false;
    }
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new LoadException(Fault.DATA, "citygml.doctype", file);
    }
    count(1);
    return true;
  }

  private void count(int more) {
    characters += more;
    if (characters > limits.rowCharacters() || characters < 0) {
      throw new LoadException(
          Fault.DATA, "source.row-length", file, number, limits.rowCharacters());
    }
  }

  /** A name that comes again makes a list. */
  private static void put(ObjectNode to, String name, JsonNode value) {
    JsonNode before = to.get(name);
    if (before == null) {
      to.set(name, value);
    } else if (before instanceof ArrayNode list) {
      list.add(value);
    } else {
      to.putArray(name).add(before).add(value);
    }
  }
}
