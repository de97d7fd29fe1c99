package org.machinami.loader.excel;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.XmlSource;

/** Copies the part of a sheet, element by element, with other values in some cells. */
final class SheetCopy {

  /** What a spreadsheet keeps exactly as a number. */
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,10})?");

  private final String file;
  private final CellFormats formats;
  private final EditedCells edited;
  private long row;
  private int column;

  SheetCopy(String file, CellFormats formats, EditedCells edited) {
    this.file = file;
    this.formats = formats;
    this.edited = edited;
  }

  void copy(InputStream content, OutputStream target) {
    try {
      XMLStreamReader in = XmlSource.open(content);
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(target, StandardCharsets.UTF_8.name());
      out.writeStartDocument("UTF-8", "1.0");
      while (in.hasNext()) {
        event(in, in.next(), out);
      }
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof LoadException ours) {
        throw ours;
      }
      throw new LoadException(Fault.DATA, e, "excel.broken", file);
    }
  }

  private void event(XMLStreamReader in, int event, XMLStreamWriter out) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(in, out);
      case XMLStreamConstants.END_ELEMENT -> out.writeEndElement();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          out.writeCharacters(in.getText());
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new LoadException(Fault.DATA, "excel.doctype", file);
      default -> {} // comments and instructions say nothing of cells
    }
  }

  private void start(XMLStreamReader in, XMLStreamWriter out) throws XMLStreamException {
    String name = in.getLocalName();
    if (name.equals("row")) {
      String written = attribute(in, "r");
      row = written.isEmpty() ? row + 1 : Long.parseLong(written);
      column = -1;
    }
    if (!name.equals("c")) {
      open(in, "", out);
      return;
    }
    String reference = attribute(in, "r");
    column = reference.isEmpty() ? column + 1 : CellReference.column(reference);
    Optional<String> other = edited.find(row, column);
    if (other.isEmpty()) {
      open(in, "", out);
    } else {
      open(in, "t", out);
      value(in, other.get(), attribute(in, "s"), out);
      skip(in);
      out.writeEndElement();
    }
  }

  /** Writes what opens an element, without one of its attributes. */
  private static void open(XMLStreamReader in, String without, XMLStreamWriter out)
      throws XMLStreamException {
    out.writeStartElement(prefix(in.getPrefix()), in.getLocalName(), namespace(in));
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      String prefix = in.getNamespacePrefix(i);
      if (prefix == null) {
        out.writeDefaultNamespace(in.getNamespaceURI(i));
      } else {
        out.writeNamespace(prefix, in.getNamespaceURI(i));
      }
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String space = in.getAttributeNamespace(i);
      String name = in.getAttributeLocalName(i);
      if (space != null && !space.isEmpty()) {
        out.writeAttribute(prefix(in.getAttributePrefix(i)), space, name, in.getAttributeValue(i));
      } else if (!name.equals(without)) {
        out.writeAttribute(name, in.getAttributeValue(i));
      }
    }
  }

  private void value(XMLStreamReader in, String text, String style, XMLStreamWriter out)
      throws XMLStreamException {
    String prefix = prefix(in.getPrefix());
    boolean number =
        NUMBER.matcher(text).matches() && formats.of(style).equals(CellFormats.Format.GENERAL);
    if (number) {
      out.writeStartElement(prefix, "v", namespace(in));
      out.writeCharacters(text);
      out.writeEndElement();
      return;
    }
    out.writeAttribute("t", "inlineStr");
    out.writeStartElement(prefix, "is", namespace(in));
    out.writeStartElement(prefix, "t", namespace(in));
    out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
    out.writeCharacters(text);
    out.writeEndElement();
    out.writeEndElement();
  }

  private static void skip(XMLStreamReader in) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = in.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  private static String attribute(XMLStreamReader in, String name) {
    String value = in.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static String prefix(String prefix) {
    return prefix == null ? "" : prefix;
  }

  private static String namespace(XMLStreamReader in) {
    return in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
  }
}
