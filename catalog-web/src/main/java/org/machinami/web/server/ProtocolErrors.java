package org.machinami.web.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.machinami.web.language.AcceptLanguage;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Accept;
import org.machinami.web.page.Templates;

/**
 * Answers what never reached a resource (malformed requests, addresses and headers too long, a full
 * server): as a page for browsers and as a problem document for programs. Of a request that could
 * not be read to its end Jetty tells no headers; that is answered by a page in every language.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class ProtocolErrors implements Request.Handler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Templates templates = new Templates();

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    int status = response.getStatus();
    ProtocolErrorView view = ProtocolErrorView.in(status, languages(request));
    boolean page = isUnread(request) || accept(request).prefersPage();
    byte[] body = page ? templates.render("protocol-error.jte", view) : json(view);
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, page ? "text/html;charset=utf-8" : "application/problem+json")
        .put(HttpHeader.CONTENT_LENGTH, body.length)
        .put(
            HttpHeader.CONTENT_LANGUAGE,
            view.languages().stream()
                .map(m -> m.language().tag())
                .collect(Collectors.joining(", ")))
        .put(HttpHeader.CACHE_CONTROL, "no-store");
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "2");
    }
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static boolean isUnread(Request request) {
    return request.getHeaders().size() == 0;
  }

  private static Accept accept(Request request) {
    return Accept.parse(request.getHeaders().get(HttpHeader.ACCEPT));
  }

  private static List<Language> languages(Request request) {
    Optional<Language> pinned = pinned(request);
    if (pinned.isEmpty() && isUnread(request)) {
      return List.of(Language.values());
    }
    String preferred = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    return List.of(pinned.orElseGet(() -> AcceptLanguage.choose(preferred)));
  }

  /** The language that the path begins with. */
  private static Optional<Language> pinned(Request request) {
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    String[] segments = path.split("/", 3);
    return segments.length > 1 ? Language.find(segments[1]) : Optional.empty();
  }

  private static byte[] json(ProtocolErrorView view) throws JsonProcessingException {
    Messages messages = view.languages().get(0);
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", view.title(messages));
    problem.put("status", view.status());
    problem.put("detail", view.detail(messages));
    return JSON.writeValueAsBytes(problem);
  }
}
