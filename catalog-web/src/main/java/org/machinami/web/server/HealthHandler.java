package org.machinami.web.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /healthz}: the process lives; {@code /readyz}: 200 when all parts answer and have caught
 * up, else 503, with the details either way.
 */
final class HealthHandler extends Handler.Abstract.NonBlocking {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Readiness readiness;

  HealthHandler(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback)
      throws JsonProcessingException {
    switch (Request.getPathInContext(request)) {
      case "/healthz" -> write(200, Map.of("alive", true), request, response, callback);
      case "/readyz" -> {
        Readiness.Report report = readiness.report();
        write(report.ready() ? 200 : 503, report, request, response, callback);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void write(
      int status, Object body, Request request, Response response, Callback callback)
      throws JsonProcessingException {
    byte[] json = JSON.writeValueAsBytes(body);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
    if (status == 503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "2");
    }
    boolean bodiless = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(json), callback);
  }
}
