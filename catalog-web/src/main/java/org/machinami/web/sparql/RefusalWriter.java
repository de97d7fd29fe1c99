package org.machinami.web.sparql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Writes a refusal as a problem document.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class RefusalWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RefusalWriter() {}

  static void write(
      Refusal refusal, String detail, Request request, Response response, Callback callback) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "https://machinami.org/problems/" + refusal.id());
    problem.put("title", refusal.title());
    problem.put("status", refusal.status());
    problem.put("detail", detail);
    problem.put("instance", request.getHttpURI().getPath());
    byte[] body;
    try {
      body = JSON.writeValueAsBytes(problem);
    } catch (JsonProcessingException e) {
      callback.failed(e);
      return;
    }
    response.setStatus(refusal.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    boolean bodiless = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
  }
}
