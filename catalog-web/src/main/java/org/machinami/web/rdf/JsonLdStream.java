package org.machinami.web.rdf;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * Triples that come sorted by subject and property as JSON-LD in expanded, flattened form: one node
 * object for each subject.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11/#flattened-document-form">Flattened form</a>
 */
final class JsonLdStream extends StreamRDFBase {
  private static final JsonFactory FACTORY =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final JsonGenerator json;
  private String subject = "";
  private String property = "";

  JsonLdStream(OutputStream out) throws IOException {
    this.json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
  }

  @Override
  public void start() {
    write(json::writeStartArray);
  }

  @Override
  public void triple(Triple triple) {
    write(
        () -> {
          String newSubject = triple.getSubject().getURI();
          String newProperty = triple.getPredicate().getURI();
          if (!newSubject.equals(subject)) {
            endSubject();
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeStringField("@id", newSubject);
            subject = newSubject;
          }
          if (!newProperty.equals(property)) {
            endProperty();
            json.writeArrayFieldStart(newProperty.equals(Terms.type) ? "@type" : newProperty);
            property = newProperty;
          }
          object(triple.getObject(), property.equals(Terms.type));
        });
  }

  private void object(Node object, boolean type) throws IOException {
    if (type && object.isURI()) {
      json.writeString(object.getURI());
      return;
    }
    json.writeStartObject();
    if (object.isLiteral()) {
      json.writeStringField("@value", object.getLiteralLexicalForm());
      if (!object.getLiteralLanguage().isEmpty()) {
        json.writeStringField("@language", object.getLiteralLanguage());
      } else if (!org.apache.jena.datatypes.xsd.XSDDatatype.XSDstring.getURI()
          .equals(object.getLiteralDatatypeURI())) {
        json.writeStringField("@type", object.getLiteralDatatypeURI());
      }
    } else {
      json.writeStringField("@id", object.getURI());
    }
    json.writeEndObject();
  }

  private void endProperty() throws IOException {
    if (!property.isEmpty()) {
      json.writeEndArray();
      property = "";
    }
  }

  private void endSubject() throws IOException {
    endProperty();
    if (!subject.isEmpty()) {
      json.writeEndObject();
    }
  }

  @Override
  public void finish() {
    write(
        () -> {
          endSubject();
          json.writeEndArray();
          json.flush();
        });
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
