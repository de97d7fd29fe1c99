package org.machinami.loader.excel;

import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.XmlSource;

/** Reads a part of a workbook: without DTD, without entities, fetching nothing. Not thread-safe. */
final class Xml implements AutoCloseable {

  private final String file;
  private final XMLStreamReader reader;

  /** Begins to read; of a part in another encoding than UTF-8 or UTF-16 nothing is read. */
  Xml(String file, InputStream content) {
    this.file = file;
    try {
      this.reader = XmlSource.open(content);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Goes on; false at the end. */
  boolean next() {
    try {
      if (!reader.hasNext()) {
        return false;
      }
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new LoadException(Fault.DATA, "excel.doctype", file);
      }
      return true;
    } catch (XMLStreamException e) {
      // The archive's own refusals come through the parser as the cause of its exception, or bare.
      if (e.getNestedException() instanceof LoadException ours) {
        throw ours;
      }
      throw broken(e);
    }
  }

  boolean isStart() {
    return reader.isStartElement();
  }

  boolean isEnd() {
    return reader.isEndElement();
  }

  boolean isText() {
    return reader.isCharacters();
  }

  /** Local name of the element; the strict and the usual form of ECMA-376 differ in namespaces. */
  String name() {
    return reader.getLocalName();
  }

  /** The attribute without a namespace; empty where there is none. */
  String attribute(String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** The attribute of that name in whatever namespace. */
  String anyAttribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Whether the attribute is there and true. */
  boolean is(String name) {
    String value = attribute(name);
    return value.equals("1") || value.equals("true");
  }

  /** Adds the text that the reader stands on. */
  void addText(StringBuilder to, int most) {
    if (to.length() + reader.getTextLength() > most) {
      throw new LoadException(Fault.DATA, "excel.long-text", file, most);
    }
    to.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  private LoadException broken(XMLStreamException e) {
    return new LoadException(Fault.DATA, e, "excel.broken", file);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }
}
