package org.machinami.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.machinami.store.quads.QuadVerification;
import org.machinami.store.verify.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /$/verify}: compares the open quads with the ledger and answers with the report as
 * JSON, of its findings as many as are listed. It takes as long as it takes, on a thread of its
 * own; one at a time, another gets 409. Queries go on meanwhile.
 */
final class VerifyHandler extends Handler.Abstract.NonBlocking {
  static final String PATH = "/$/verify";

  private static final Logger LOG = LoggerFactory.getLogger(VerifyHandler.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<QuadVerification.Report> verification;
  private final AtomicBoolean underWay = new AtomicBoolean();

  VerifyHandler(Supplier<QuadVerification.Report> verification) {
    this.verification = verification;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals(PATH)) {
      return false;
    }
    if (!HttpMethod.GET.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET");
      Problem problem = new Problem(Problem.Kind.METHOD_NOT_ALLOWED, request.getMethod());
      SparqlHandler.send(problem, request, response, callback);
      return true;
    }
    if (!underWay.compareAndSet(false, true)) {
      SparqlHandler.send(new Problem(Problem.Kind.VERIFYING), request, response, callback);
      return true;
    }
    // Nothing moves on the connection until the end, which is no reason to give it up.
    request.addIdleTimeoutListener(timeout -> false);
    Thread thread = new Thread(() -> answer(request, response, callback), "verify-quads");
    thread.setDaemon(true);
    thread.start();
    return true;
  }

  private void answer(Request request, Response response, Callback callback) {
    byte[] report;
    try {
      report = json(verification.get());
    } catch (OutOfMemoryError e) {
      // The process is made to end by it, and is started anew by its parent.
      throw e;
    } catch (Throwable e) { // what is damaged enough shows as any exception or Error
      LOG.error("The quads could not be verified", e);
      underWay.set(false);
      Problem problem = new Problem(Problem.Kind.INTERNAL, e.toString());
      SparqlHandler.send(problem, request, response, callback);
      return;
    }
    underWay.set(false);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, report.length);
    response.write(true, ByteBuffer.wrap(report), callback);
  }

  private static byte[] json(QuadVerification.Report report) throws JsonProcessingException {
    List<QuadVerification.Finding> findings = report.findings();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("applied", report.applied());
    object.put("head", report.head());
    object.put("graphs", report.graphs());
    object.put("quads", report.quads());
    object.put(
        "findings", findings.subList(0, Math.min(findings.size(), Verification.MOST_FINDINGS)));
    return JSON.writeValueAsBytes(object);
  }
}
