package org.machinami.query;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** Reads a {@link SparqlRequest} out of an HTTP request: GET, POST of a form, POST of a query. */
final class SparqlRequestReader {
  /** Set by the front, which knows who asks; the process itself only sees loopback. */
  static final String CALLER = "Machinami-Caller";

  private static final String TIMEOUT_HEADER = "Timeout";
  private static final Set<String> FORM = Set.of("application/x-www-form-urlencoded");

  private final QuerySettings settings;

  SparqlRequestReader(QuerySettings settings) {
    this.settings = settings;
  }

  SparqlRequest read(Request request) throws IOException {
    Fields fields = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    Optional<String> direct = Optional.empty();
    if (request.getMethod().equals("POST")) {
      String type = mediaType(request);
      if (type.equals("application/sparql-query")) {
        direct = Optional.of(body(request));
      } else if (FORM.contains(type)) {
        Fields all = new Fields(true);
        for (Fields.Field field : fields) {
          field.getValues().forEach(value -> all.add(field.getName(), value));
        }
        UrlEncoded.decodeTo(body(request), all::add, StandardCharsets.UTF_8);
        fields = all;
      } else if (type.equals("application/sparql-update")) {
        throw new Problem(Problem.Kind.UPDATE_REFUSED);
      } else if (!type.isEmpty()) {
        throw new Problem(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, type);
      }
    }
    if (fields.get("update") != null) {
      throw new Problem(Problem.Kind.UPDATE_REFUSED);
    }
    return request(request, fields, direct);
  }

  private SparqlRequest request(Request request, Fields fields, Optional<String> direct) {
    List<String> queries = values(fields, "query");
    if (queries.size() > 1 || (direct.isPresent() && !queries.isEmpty())) {
      throw new Problem(Problem.Kind.SEVERAL_QUERIES);
    }
    Optional<String> query = direct.isPresent() ? direct : queries.stream().findFirst();
    query.ifPresent(this::checkLength);
    return new SparqlRequest(
        query,
        values(fields, "default-graph-uri"),
        values(fields, "named-graph-uri"),
        value(fields, "format").or(() -> value(fields, "output")),
        header(request, HttpHeader.ACCEPT.asString()),
        timeout(value(fields, "timeout").or(() -> header(request, TIMEOUT_HEADER))),
        header(request, CALLER).orElse("local"));
  }

  /** Seconds, with a fraction if wanted. */
  private static OptionalLong timeout(Optional<String> written) {
    if (written.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      double seconds = Double.parseDouble(written.get());
      if (seconds > 0 && seconds < 1e6) {
        return OptionalLong.of(Math.max(1, Math.round(seconds * 1000)));
      }
    } catch (NumberFormatException e) {
      throw new Problem(Problem.Kind.BAD_TIMEOUT, written.get());
    }
    throw new Problem(Problem.Kind.BAD_TIMEOUT, written.get());
  }

  private String body(Request request) throws IOException {
    // A character is at most three bytes of a form's %XX escapes, times three bytes of UTF-8.
    int most = Math.multiplyExact(settings.queryLength(), 9);
    InputStream in = Request.asInputStream(request);
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new Problem(Problem.Kind.QUERY_TOO_LONG, settings.queryLength());
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void checkLength(String query) {
    if (query.length() > settings.queryLength()) {
      throw new Problem(Problem.Kind.QUERY_TOO_LONG, settings.queryLength());
    }
  }

  private static String mediaType(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> header(Request request, String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  private static Optional<String> value(Fields fields, String name) {
    return Optional.ofNullable(fields.getValue(name));
  }

  private static List<String> values(Fields fields, String name) {
    List<String> values = fields.getValues(name);
    return values == null ? List.of() : values;
  }
}
