package org.machinami.web.discovery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;

/**
 * {@code /opensearch.xml}: how a browser searches here.
 *
 * @see <a href="https://github.com/dewitt/opensearch">OpenSearch 1.1</a>
 */
@Path("opensearch.xml")
public final class OpenSearchResource {
  private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";
  private static final String TYPE = "application/opensearchdescription+xml";

  private final String base;
  private final Answers answers;

  public OpenSearchResource(String base, Answers answers) {
    this.base = base;
    this.answers = answers;
  }

  @GET
  public Response description(@Context ContainerRequestContext request) {
    return answers.document(
        request,
        new Version("opensearch", Optional.empty()),
        TYPE + ";charset=utf-8",
        this::description);
  }

  private byte[] description(Language language) {
    Messages m = Messages.in(language);
    String site = base + language.tag() + "/";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(NAMESPACE);
      xml.writeStartElement(NAMESPACE, "OpenSearchDescription");
      xml.writeDefaultNamespace(NAMESPACE);
      text(xml, "ShortName", m.text("site.name"));
      text(xml, "Description", m.text("site.description"));
      String words = "datasets?q={searchTerms}&page={startPage?}";
      url(xml, Map.of("type", "text/html", "template", site + words));
      for (Representation r : Representation.RDF) {
        String template = site + words + "&format=" + r.suffix();
        url(xml, Map.of("type", r.mediaType(), "template", template));
      }
      url(xml, Map.of("rel", "self", "type", TYPE, "template", site + "opensearch.xml"));
      text(xml, "Image", base + "favicon.ico");
      text(xml, "Language", language.tag());
      text(xml, "InputEncoding", "UTF-8");
      text(xml, "OutputEncoding", "UTF-8");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A document in memory can always be written", e);
    }
    return bytes.toByteArray();
  }

  private static void url(XMLStreamWriter xml, Map<String, String> attributes)
      throws XMLStreamException {
    xml.writeEmptyElement(NAMESPACE, "Url");
    for (String name : attributes.keySet().stream().sorted().toList()) {
      xml.writeAttribute(name, attributes.get(name));
    }
  }

  private static void text(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
