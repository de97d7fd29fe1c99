package org.machinami.loader.citygml;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.coordinates.ReferenceSystem;
import org.machinami.loader.format.ForeignFormat;
import org.machinami.loader.source.RecordRows;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;
import org.machinami.loader.source.XmlSource;

/**
 * The members of a city model. References are the names of elements below a member, without their
 * prefixes: {@code measuredHeight}, {@code buildingIDAttribute.BuildingIDAttribute.buildingID};
 * {@code measuredHeight@uom} is the unit, {@code generic.NAME} a generic attribute, {@code @type}
 * the name of the member's own element, {@code id} its {@code gml:id}, {@code geometry.wkt} its
 * outline.
 */
public final class CityGmlReading implements SourceReader {

  private static final String CORE = "http://www.opengis.net/citygml/";

  private final Set<String> wanted;
  private final Optional<ReferenceSystem> crs;
  private final SourceLimits limits;

  /**
   * @param iterator names of the elements that are records, parted by {@code |}; empty: all members
   * @param crs as the mapping declares it, for documents that do not say it
   */
  public CityGmlReading(String iterator, Optional<ReferenceSystem> crs, SourceLimits limits) {
    this.wanted =
        iterator.isBlank() ? Set.of() : Set.copyOf(List.of(iterator.strip().split("\\s*\\|\\s*")));
    this.crs = crs;
    this.limits = limits;
  }

  @Override
  public boolean givesFeatures() {
    return true;
  }

  @Override
  public SourceFinding read(
      SourceContent content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    String name = content.name();
    RecordRows rows = RecordRows.features(name, references, extraSlots, handler, inspector);
    try {
      XMLStreamReader xml = XmlSource.open(content.bytes());
      read(name, xml, rows);
      String encoding = Optional.ofNullable(xml.getCharacterEncodingScheme()).orElse("UTF-8");
      return rows.finding(encoding, SourceFinding.How.DECLARED);
    } catch (XMLStreamException e) {
      // What the archive refuses comes through the parser as the cause of its exception.
      if (e.getNestedException() instanceof LoadException ours) {
        throw ours;
      }
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new LoadException(
          Fault.DATA, e, "citygml.broken", name, line, rows.number(), firstLine(e.getMessage()));
    }
  }

  private static String firstLine(String message) {
    String text = message == null ? "" : message;
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private void read(String name, XMLStreamReader xml, RecordRows rows) throws XMLStreamException {
    Optional<ReferenceSystem> system = crs;
    int dimensions = 3;
    boolean root = true;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new LoadException(Fault.DATA, "citygml.doctype", name);
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (root) {
        requireModel(name, xml);
        root = false;
        continue;
      }
      switch (xml.getLocalName()) {
        case "Envelope" -> {
          system = system(name, xml).or(() -> crs);
          dimensions = dimensions(xml, dimensions);
        }
        case "cityObjectMember", "featureMember" -> member(name, xml, system, dimensions, rows);
        default -> {
          // a property of the model itself, or an appearance, which is passed over
        }
      }
    }
  }

  private static void requireModel(String name, XMLStreamReader xml) {
    String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    if (!xml.getLocalName().equals("CityModel") || !namespace.startsWith(CORE)) {
      throw new LoadException(
          Fault.DATA, "citygml.no-model", name, xml.getLocalName(), ForeignFormat.READ);
    }
    if (!namespace.equals(CORE + "2.0") && !namespace.equals(CORE + "1.0")) {
      throw new LoadException(Fault.DATA, "citygml.version", name, namespace, ForeignFormat.READ);
    }
  }

  /** The system that an element names. */
  static Optional<ReferenceSystem> system(String name, XMLStreamReader xml) {
    String named = xml.getAttributeValue(null, "srsName");
    if (named == null || named.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        ReferenceSystem.find(named)
            .orElseThrow(
                () ->
                    new LoadException(
                        Fault.DATA, "source.crs", name, named, ReferenceSystem.KNOWN)));
  }

  /** How many numbers a position has, where an element says so. */
  static int dimensions(XMLStreamReader xml, int otherwise) {
    String said = xml.getAttributeValue(null, "srsDimension");
    return said == null ? otherwise : said.strip().equals("2") ? 2 : 3;
  }

  private void member(
      String name,
      XMLStreamReader xml,
      Optional<ReferenceSystem> system,
      int dimensions,
      RecordRows rows)
      throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        return; // a member by reference, or empty
      }
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new LoadException(Fault.DATA, "citygml.doctype", name);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        boolean read = wanted.isEmpty() || wanted.contains(xml.getLocalName());
        new Member(name, xml, system, dimensions, limits, rows.number() + 1).read(rows, read);
        return;
      }
    }
  }
}
