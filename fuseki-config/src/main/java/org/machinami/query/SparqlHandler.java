package org.machinami.query;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.query.Query;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /sparql}: the query part of the SPARQL 1.1 protocol. An answer is sent when it is whole.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">Query operation</a>
 */
final class SparqlHandler extends Handler.Abstract {
  static final String PATH = "/sparql";

  /** A sequence number of the ledger that an answer has reached or passed. */
  static final String APPLIED = "Machinami-Applied";

  private static final Logger LOG = LoggerFactory.getLogger(SparqlHandler.class);

  private final QuerySettings settings;
  private final SparqlRequestReader reader;
  private final QueryCache queries = new QueryCache();
  private final QueryRunner runner;
  private final Admission admission;
  private final ServiceDescription description;
  private final Path spoolDirectory;

  SparqlHandler(
      QuerySettings settings,
      QueryRunner runner,
      Admission admission,
      ServiceDescription description,
      Path spoolDirectory) {
    this.settings = settings;
    this.reader = new SparqlRequestReader(settings);
    this.runner = runner;
    this.admission = admission;
    this.description = description;
    this.spoolDirectory = spoolDirectory;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    if (!Request.getPathInContext(request).equals(PATH)) {
      return false;
    }
    response.getHeaders().put("Access-Control-Allow-Origin", "*");
    response.getHeaders().put(HttpHeader.VARY, "Accept, Accept-Language");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    switch (request.getMethod()) {
      case "OPTIONS" -> options(response, callback);
      case "GET", "POST", "HEAD" -> answer(request, response, callback);
      default -> {
        response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST, OPTIONS");
        send(
            new Problem(Problem.Kind.METHOD_NOT_ALLOWED, request.getMethod()),
            request,
            response,
            callback);
      }
    }
    return true;
  }

  private static void options(Response response, Callback callback) {
    response.setStatus(204);
    response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST, OPTIONS");
    response.getHeaders().put("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    response.getHeaders().put("Access-Control-Allow-Headers", "Accept, Content-Type, Timeout");
    response.getHeaders().put("Access-Control-Max-Age", "86400");
    callback.succeeded();
  }

  private void answer(Request request, Response response, Callback callback) {
    try (AnswerSpool spool = new AnswerSpool(settings, spoolDirectory)) {
      SparqlRequest asked = reader.read(request);
      if (asked.query().isEmpty()) {
        describe(asked, spool, response);
      } else {
        run(asked, spool, response);
      }
      send(spool, request, response, callback);
    } catch (Problem e) {
      send(e, request, response, callback);
    } catch (OutOfMemoryError e) {
      // The process is made to end by it, and is started anew by its parent.
      throw e;
    } catch (Throwable e) {
      LOG.error("A query could not be answered", e);
      send(new Problem(Problem.Kind.INTERNAL, e.toString()), request, response, callback);
    }
  }

  private void run(SparqlRequest asked, AnswerSpool spool, Response response) throws IOException {
    Query query = GraphSelection.apply(queries.require(asked.query().get()), asked);
    boolean rows = query.isSelectType() || query.isAskType();
    AnswerFormat format =
        AnswerFormat.choose(
            rows ? AnswerFormat.ROWS : AnswerFormat.TRIPLES, asked.format(), asked.accept());
    long most = settings.timeout().toMillis();
    long timeout = Math.min(most, asked.timeoutMillis().orElse(most));
    Admission.Place place = admission.enter(asked.caller());
    try {
      long applied = runner.run(query, format, timeout, spool);
      response.getHeaders().put(APPLIED, applied);
    } finally {
      place.leave();
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, format.contentType());
  }

  private void describe(SparqlRequest asked, AnswerSpool spool, Response response) {
    if (asked.accept().isEmpty()
        || AnswerFormat.TRIPLES.stream()
            .noneMatch(each -> asked.accept().get().contains(each.mediaType()))) {
      if (asked.format().isEmpty()) {
        throw new Problem(Problem.Kind.NO_QUERY);
      }
    }
    AnswerFormat format = AnswerFormat.choose(AnswerFormat.TRIPLES, asked.format(), asked.accept());
    description.write(format, spool);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, format.contentType());
  }

  private static void send(AnswerSpool spool, Request request, Response response, Callback callback)
      throws IOException {
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, spool.length());
    if (request.getMethod().equals("HEAD")) {
      callback.succeeded();
    } else if (spool.isInMemory()) {
      response.write(true, spool.inMemory(), callback);
    } else {
      try (OutputStream out = Content.Sink.asOutputStream(response)) {
        spool.copyTo(out);
      }
      callback.succeeded();
    }
  }

  static void send(Problem problem, Request request, Response response, Callback callback) {
    byte[] document = ProblemDocument.bytes(problem, Request.getLocales(request));
    if (response.isCommitted()) {
      // Nothing that has begun may end as if it were whole.
      callback.failed(problem);
      return;
    }
    response.setStatus(problem.kind().status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (problem.kind() == Problem.Kind.BUSY || problem.kind() == Problem.Kind.CALLER_BUDGET) {
      response
          .getHeaders()
          .put(HttpHeader.RETRY_AFTER, String.valueOf(problem.particulars().get(0)));
    }
    response.write(true, ByteBuffer.wrap(document), callback);
  }

  /** Formats that the endpoint gives, for its description. */
  static List<AnswerFormat> formats() {
    return java.util.stream.Stream.concat(AnswerFormat.ROWS.stream(), AnswerFormat.TRIPLES.stream())
        .toList();
  }
}
