package org.machinami.web.sparql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * A query as the protocol carries it, whatever the method.
 *
 * @param query text of the query, empty when none was sent
 * @param parameters the other parameters, in order of name
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol,
 *     2.1</a>
 */
record SparqlRequest(Optional<String> query, List<Map.Entry<String, String>> parameters) {
  private static final int MOST_PARAMETERS = 64;

  /** What cannot be a query request. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final Refusal refusal;

    Malformed(Refusal refusal, String message) {
      super(message);
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /** Reads the query string of a GET. */
  static SparqlRequest ofQueryString(String queryString) throws Malformed {
    return ofFields(decode(queryString));
  }

  /** Reads a POST: its query string, its media type without parameters, its body. */
  static SparqlRequest ofPost(String queryString, String mediaType, byte[] body) throws Malformed {
    switch (mediaType.toLowerCase(Locale.ROOT)) {
      case "application/x-www-form-urlencoded" -> {
        Fields fields = decode(queryString);
        decode(new String(body, StandardCharsets.UTF_8)).forEach(fields::add);
        return ofFields(fields);
      }
      case "application/sparql-query" -> {
        Fields fields = decode(queryString);
        if (fields.get("query") != null) {
          throw new Malformed(
              Refusal.MALFORMED,
              "The query is both in the body and in the parameter \"query\"; send it once");
        }
        fields.add("query", new String(body, StandardCharsets.UTF_8));
        return ofFields(fields);
      }
      case "application/sparql-update" -> throw update();
      default ->
          throw new Malformed(
              Refusal.MEDIA_TYPE,
              "The body is \""
                  + mediaType
                  + "\"; send application/sparql-query or application/x-www-form-urlencoded");
    }
  }

  /** Whether the answer may depend on more than the data: then it is never remembered. */
  boolean volatileAnswer() {
    String text = query.orElse("").toLowerCase(Locale.ROOT);
    // Over-approximates: a variable ?now is enough. Escapes could hide a name.
    return text.contains("now")
        || text.contains("rand")
        || text.contains("uuid")
        || text.contains("bnode")
        || text.contains("shuffle")
        || text.contains("\\u");
  }

  /** The same request as a form body, the same bytes for the same meaning. */
  String form() {
    StringBuilder form = new StringBuilder();
    query.ifPresent(text -> append(form, "query", text));
    parameters.forEach(parameter -> append(form, parameter.getKey(), parameter.getValue()));
    return form.toString();
  }

  private static void append(StringBuilder form, String name, String value) {
    if (!form.isEmpty()) {
      form.append('&');
    }
    UrlEncoded.encodeString(name, StandardCharsets.UTF_8)
        .chars()
        .forEach(c -> form.append((char) c));
    form.append('=').append(UrlEncoded.encodeString(value, StandardCharsets.UTF_8));
  }

  private static Fields decode(String encoded) throws Malformed {
    Fields fields = new Fields(true);
    if (encoded != null && !encoded.isEmpty()) {
      try {
        UrlEncoded.decodeTo(encoded, fields::add, StandardCharsets.UTF_8);
      } catch (RuntimeException e) {
        throw new Malformed(
            Refusal.MALFORMED, "The parameters are not percent-encoded UTF-8: " + e.getMessage());
      }
    }
    return fields;
  }

  private static SparqlRequest ofFields(Fields fields) throws Malformed {
    if (fields.get("update") != null) {
      throw update();
    }
    if (fields.getSize() > MOST_PARAMETERS) {
      throw new Malformed(Refusal.MALFORMED, "More than " + MOST_PARAMETERS + " parameters");
    }
    List<Map.Entry<String, String>> others = new ArrayList<>();
    Optional<String> query = Optional.empty();
    for (Fields.Field field : fields) {
      if (field.getName().equals("query")) {
        if (field.getValues().size() > 1) {
          throw new Malformed(Refusal.MALFORMED, "The parameter \"query\" stands there twice");
        }
        query = Optional.of(field.getValue());
      } else {
        field.getValues().forEach(value -> others.add(Map.entry(field.getName(), value)));
      }
    }
    others.sort(Map.Entry.comparingByKey());
    return new SparqlRequest(query, List.copyOf(others));
  }

  private static Malformed update() {
    return new Malformed(
        Refusal.UPDATE,
        "This address answers queries only. Data are changed through the gate: machinami load");
  }
}
