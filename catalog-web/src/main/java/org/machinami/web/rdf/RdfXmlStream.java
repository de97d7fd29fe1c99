package org.machinami.web.rdf;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.system.StreamRDFBase;
import org.machinami.store.graph.RdfXml;
import org.machinami.store.graph.XmlText;

/**
 * Triples that come sorted by subject as RDF/XML: one rdf:Description for each subject. Statements
 * that RDF/XML has no way to write are left out and counted in a comment at the end.
 *
 * @see <a href="https://www.w3.org/TR/rdf-syntax-grammar/">RDF/XML</a>
 */
final class RdfXmlStream extends StreamRDFBase {
  private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

  private final XMLStreamWriter xml;
  private String subject = "";
  private long leftOut;

  RdfXmlStream(OutputStream out) {
    try {
      this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
    } catch (XMLStreamException e) {
      throw new IllegalStateException("RDF/XML cannot be written", e);
    }
  }

  @Override
  public void start() {
    write(
        () -> {
          xml.writeStartDocument("UTF-8", "1.0");
          xml.writeStartElement("rdf", "RDF", Terms.RDF);
          xml.writeNamespace("rdf", Terms.RDF);
        });
  }

  @Override
  public void triple(Triple triple) {
    if (!RdfXml.canSay(triple)) {
      leftOut++;
      return;
    }
    write(
        () -> {
          String newSubject = triple.getSubject().getURI();
          if (!newSubject.equals(subject)) {
            endSubject();
            xml.writeCharacters("\n");
            xml.writeStartElement("rdf", "Description", Terms.RDF);
            xml.writeAttribute("rdf", Terms.RDF, "about", newSubject);
            subject = newSubject;
          }
          property(triple.getPredicate().getURI(), triple.getObject());
        });
  }

  private void property(String property, Node object) throws XMLStreamException {
    int cut = Util.splitNamespaceXML(property);
    String namespace = property.substring(0, cut);
    xml.writeCharacters("\n  ");
    String local = property.substring(cut);
    if (object.isLiteral()) {
      xml.writeStartElement("p", local, namespace);
      xml.writeNamespace("p", namespace);
      if (!object.getLiteralLanguage().isEmpty()) {
        xml.writeAttribute("xml", XML_NAMESPACE, "lang", object.getLiteralLanguage());
      } else if (!org.apache.jena.datatypes.xsd.XSDDatatype.XSDstring.getURI()
          .equals(object.getLiteralDatatypeURI())) {
        xml.writeAttribute("rdf", Terms.RDF, "datatype", object.getLiteralDatatypeURI());
      }
      text(XmlText.clean(object.getLiteralLexicalForm()));
      xml.writeEndElement();
    } else {
      xml.writeEmptyElement("p", local, namespace);
      xml.writeNamespace("p", namespace);
      xml.writeAttribute("rdf", Terms.RDF, "resource", object.getURI());
    }
  }

  /** A carriage return as it stands would be read as a line feed. */
  private void text(String text) throws XMLStreamException {
    int from = 0;
    for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', from)) {
      xml.writeCharacters(text.substring(from, at));
      xml.writeEntityRef("#13");
      from = at + 1;
    }
    xml.writeCharacters(text.substring(from));
  }

  private void endSubject() throws XMLStreamException {
    if (!subject.isEmpty()) {
      xml.writeCharacters("\n");
      xml.writeEndElement();
    }
  }

  @Override
  public void finish() {
    write(
        () -> {
          endSubject();
          xml.writeCharacters("\n");
          xml.writeEndElement();
          if (leftOut > 0) {
            xml.writeComment(RdfXml.leftOut(leftOut));
          }
          xml.writeEndDocument();
          xml.flush();
        });
  }

  private interface Writing {
    void run() throws XMLStreamException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("RDF/XML could not be written", e);
    }
  }
}
