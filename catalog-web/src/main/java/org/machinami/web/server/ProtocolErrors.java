package org.machinami.web.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what never reached a resource (malformed requests, headers too large, a full server) as
 * problem documents.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class ProtocolErrors implements Request.Handler {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    int status = response.getStatus();
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", HttpStatus.getMessage(status));
    problem.put("status", status);
    problem.put("detail", detail(status));
    byte[] body = JSON.writeValueAsBytes(problem);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "2");
    }
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static String detail(int status) {
    return switch (status) {
      case HttpStatus.BAD_REQUEST_400 ->
          "The request is not well-formed HTTP; check its URI and headers";
      case HttpStatus.URI_TOO_LONG_414 -> "The URI is too long; send a long query by POST";
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          "The headers are too large; send fewer or shorter ones";
      case HttpStatus.NOT_FOUND_404 -> "Nothing is at this address";
      case HttpStatus.SERVICE_UNAVAILABLE_503 ->
          "The server is busy or stopping; ask again in 2 seconds";
      default ->
          "The request could not be answered; if it is repeated, tell the operator the time of it";
    };
  }
}
