package org.machinami.loader.source;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** What stands before the first element of an XML document. */
public final class XmlHead {

  private XmlHead() {}

  /** The name of the first element; none when there is no such, or it is no XML. */
  public static Optional<QName> root(InputStream content) {
    try {
      XMLStreamReader reader = XmlSource.open(content);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          return Optional.of(reader.getName());
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  /**
   * Refuses a document type, by which a document can name files and grow without end.
   *
   * @param name of the document, for messages
   * @throws LoadException when there is one, or it is no XML
   */
  public static void requireNoDoctype(String name, InputStream content) {
    try {
      XMLStreamReader reader = XmlSource.open(content);
      for (int event = reader.getEventType();
          event != XMLStreamConstants.START_ELEMENT && reader.hasNext();
          event = reader.next()) {
        if (event == XMLStreamConstants.DTD) {
          throw new LoadException(Fault.DATA, "rdf.doctype", name);
        }
      }
    } catch (XMLStreamException e) {
      throw new LoadException(Fault.DATA, e, "rdf.syntax", name, e.getMessage());
    }
  }
}
