package org.machinami.loader.source;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The one way in which XML of sources is read: without DTD, without entities, fetching nothing. */
public final class XmlSource {

  private static final XMLInputFactory FACTORY = factory();

  private XmlSource() {}

  private static XMLInputFactory factory() {
    XmlLimits.keep();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  /** A reader of a document, which names its own encoding; a DTD in it comes as an event. */
  public static XMLStreamReader open(InputStream content) throws XMLStreamException {
    synchronized (FACTORY) {
      return FACTORY.createXMLStreamReader(content);
    }
  }
}
