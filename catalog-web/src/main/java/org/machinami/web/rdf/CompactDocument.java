package org.machinami.web.rdf;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A small graph as compacted JSON-LD, written as {@link CompactForms} says: what the algorithm of
 * the library gives, without the documents that it makes on the way. For one use.
 */
final class CompactDocument {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DefaultPrettyPrinter INDENTED =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private final CompactForms forms;
  private final Map<String, Subject> subjects = new TreeMap<>();

  CompactDocument(CompactForms forms, Iterable<Triple> triples) {
    this.forms = forms;
    for (Triple triple : triples) {
      subjects
          .computeIfAbsent(forms.iri(triple.getSubject()), id -> new Subject())
          .add(triple.getPredicate().getURI(), triple.getObject());
    }
  }

  /** A node object: its types, and the values of each other member. */
  private final class Subject {
    private final List<String> types = new ArrayList<>();
    private final Map<String, List<Value>> members = new TreeMap<>();

    void add(String property, Node object) {
      if (property.equals(Terms.type) && object.isURI()) {
        types.add(forms.type(object.getURI()));
        return;
      }
      CompactForms.Form form = forms.of(property, object);
      String text = object.isLiteral() ? object.getLiteralLexicalForm() : forms.iri(object);
      members.computeIfAbsent(form.member(), m -> new ArrayList<>()).add(new Value(form, text));
    }

    void write(String id, JsonGenerator json) throws IOException {
      json.writeStringField(JsonLdWriting.ID, id);
      if (!types.isEmpty()) {
        types.sort(null);
        json.writeFieldName(JsonLdWriting.TYPE);
        several(json, types, json::writeString);
      }
      for (Map.Entry<String, List<Value>> member : members.entrySet()) {
        json.writeFieldName(member.getKey());
        values(json, member.getValue());
      }
    }
  }

  private record Value(CompactForms.Form form, String text) {
    String language() {
      return form.language();
    }
  }

  private static void values(JsonGenerator json, List<Value> values) throws IOException {
    if (values.get(0).language().isEmpty()) {
      several(json, values, value -> write(json, value));
      return;
    }
    Map<String, List<String>> byLanguage = new TreeMap<>();
    for (Value value : values) {
      byLanguage.computeIfAbsent(value.language(), l -> new ArrayList<>()).add(value.text());
    }
    json.writeStartObject();
    for (Map.Entry<String, List<String>> language : byLanguage.entrySet()) {
      json.writeFieldName(language.getKey());
      several(json, language.getValue(), json::writeString);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Value value) throws IOException {
    if (value.form().value().isEmpty()) {
      json.writeString(value.text());
      return;
    }
    json.writeStartObject();
    for (Map.Entry<String, String> member : value.form().around().entrySet()) {
      json.writeStringField(member.getKey(), member.getValue());
    }
    json.writeStringField(value.form().value(), value.text());
    json.writeEndObject();
  }

  private interface Writing<T> {
    void write(T value) throws IOException;
  }

  /** One value by itself, several as an array. */
  private static <T> void several(JsonGenerator json, List<T> values, Writing<T> writing)
      throws IOException {
    if (values.size() == 1) {
      writing.write(values.get(0));
      return;
    }
    json.writeStartArray();
    for (T value : values) {
      writing.write(value);
    }
    json.writeEndArray();
  }

  /**
   * The document, indented, UTF-8.
   *
   * @param context the address of the context that it names
   */
  byte[] bytes(String context) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(INDENTED.createInstance());
      json.writeStartObject();
      json.writeStringField("@context", context);
      if (subjects.size() == 1) {
        Map.Entry<String, Subject> only = subjects.entrySet().iterator().next();
        only.getValue().write(only.getKey(), json);
      } else if (!subjects.isEmpty()) {
        json.writeArrayFieldStart("@graph");
        for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
          json.writeStartObject();
          subject.getValue().write(subject.getKey(), json);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }
}
