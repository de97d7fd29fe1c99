package org.machinami.web.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.compaction.Compaction;
import com.apicatalog.jsonld.context.ActiveContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * How the JSON-LD compaction algorithm writes a statement with our context: found out once for each
 * property and kind of value by having the library compact one such statement. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/json-ld11-api/#compaction-algorithms">Compaction</a>
 */
final class CompactForms {
  private static final int MOST_KEPT = 20_000;
  private static final String SAMPLE = "urn:sample:value";

  private final ActiveContext context;
  private final List<String> namespaces;
  private final Cache<Use, Form> forms = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
  private final Cache<String, String> types = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  /** A property with a kind of value: "@id", a language with "@" before it, or a datatype. */
  private record Use(String property, String kind) {}

  /**
   * The member that a value goes to, and what is written around it.
   *
   * @param language the key in a language map; empty where the member is none
   * @param around members beside the value, "value" being the name of its own; empty for a value
   *     that stands alone
   */
  record Form(String member, String language, String value, Map<String, String> around) {
    Form {
      around = Map.copyOf(around);
    }
  }

  /**
   * Learns from one context.
   *
   * @param namespaces of its prefixes
   */
  CompactForms(ActiveContext context, List<String> namespaces) {
    this.context = context;
    this.namespaces = List.copyOf(namespaces);
  }

  Form of(String property, Node object) {
    return forms.get(new Use(property, kind(object)), this::learn);
  }

  private static String kind(Node object) {
    if (!object.isLiteral()) {
      return "@id";
    }
    String language = object.getLiteralLanguage();
    return language.isEmpty() ? object.getLiteralDatatypeURI() : "@" + language;
  }

  private Form learn(Use use) {
    JsonObjectBuilder value = Json.createObjectBuilder();
    if (use.kind().equals("@id")) {
      value.add("@id", SAMPLE);
    } else {
      value.add("@value", SAMPLE);
      if (use.kind().startsWith("@")) {
        value.add("@language", use.kind().substring(1));
      } else if (!use.kind().equals(JsonLdWriting.XSD_STRING)) {
        value.add("@type", use.kind());
      }
    }
    Map.Entry<String, JsonValue> member =
        compacted(use.property(), Json.createArrayBuilder().add(value).build());
    if (member.getValue() instanceof JsonString) {
      return new Form(member.getKey(), "", "", Map.of());
    }
    JsonObject written = member.getValue().asJsonObject();
    Map<String, String> around = new LinkedHashMap<>();
    String own = "";
    for (String name : written.keySet()) {
      if (written.getString(name).equals(SAMPLE)) {
        own = name;
      } else {
        around.put(name, written.getString(name));
      }
    }
    boolean languageMap = around.isEmpty() && !use.kind().equals("@id") && !own.equals("@value");
    return languageMap
        ? new Form(member.getKey(), own, "", Map.of())
        : new Form(member.getKey(), "", own, around);
  }

  /** A class as it stands in "type". */
  String type(String iri) {
    return types.get(
        iri,
        t ->
            ((JsonString) compacted("@type", Json.createArrayBuilder().add(t).build()).getValue())
                .getString());
  }

  /** The member for a property of a node with no other. */
  private Map.Entry<String, JsonValue> compacted(String property, JsonValue values) {
    JsonObject node =
        Json.createObjectBuilder().add("@id", "urn:sample:node").add(property, values).build();
    try {
      return Compaction.with(context)
          .compactArrays(true)
          .compact(Json.createArrayBuilder().add(node).build())
          .asJsonObject()
          .entrySet()
          .stream()
          .filter(member -> !member.getKey().equals(JsonLdWriting.ID))
          .findFirst()
          .orElseThrow();
    } catch (JsonLdError e) {
      throw new IllegalStateException(property + " cannot be compacted", e);
    }
  }

  /** The IRI of a node; most have no prefix, which is seen faster than by asking the library. */
  String iri(Node node) {
    if (!node.isURI()) {
      return "_:" + node.getBlankNodeLabel();
    }
    String iri = node.getURI();
    boolean plain = iri.startsWith("http://") || iri.startsWith("https://");
    if (plain && !hasPrefix(iri)) {
      return iri;
    }
    try {
      return context.uriCompaction().compact(iri);
    } catch (JsonLdError e) {
      throw new IllegalStateException(iri + " cannot be compacted", e);
    }
  }

  /** A loop and no stream: every node of every document comes here. */
  private boolean hasPrefix(String iri) {
    for (String namespace : namespaces) {
      if (iri.startsWith(namespace)) {
        return true;
      }
    }
    return false;
  }
}
