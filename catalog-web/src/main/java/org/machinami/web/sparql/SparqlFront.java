package org.machinami.web.sparql;

import java.net.SocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.machinami.web.config.SparqlSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /sparql} for programs, and {@code /.well-known/void}: bounds what one caller may have
 * under way, remembers small answers, and otherwise hands the request to the query process and its
 * answer back as a stream. Requests for a page are left to the next handler. Takes no thread while
 * a query runs. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 */
public final class SparqlFront extends Handler.Abstract {
  /** The header in which the query process names the commit that an answer speaks of. */
  public static final String SEQUENCE = "Machinami-Applied";

  private static final String PATH = "/sparql";
  private static final String VOID = "/.well-known/void";
  private static final List<String> DESCRIPTIONS =
      List.of("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml");

  /** Whose budget of query time is charged. */
  static final String CALLER = "Machinami-Caller";

  private static final List<String> PASSED_ON = List.of("Timeout", "Accept-Language");
  private static final Logger log = LoggerFactory.getLogger(SparqlFront.class);
  private static final int LARGEST_KEY = 32 * 1024;
  private static final HttpField ANY_ORIGIN =
      new HttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
  private static final HttpField VARY = new HttpField(HttpHeader.VARY, "Accept");

  private final SparqlSettings settings;
  private final int mostBodyBytes;
  private final QueryAddress address;
  private final HttpClient client;
  private final AnswerCache cache;
  private final Callers callers;
  private final ConcurrentHashMap<AnswerCache.Key, CompletableFuture<Optional<Answer>>> flights =
      new ConcurrentHashMap<>();

  /**
   * @param client started and stopped by the caller; its bound on connections is the bound on
   *     queries at once
   * @param head the last sequence number of the ledger
   */
  public SparqlFront(
      SparqlSettings settings,
      int mostBodyBytes,
      QueryAddress address,
      HttpClient client,
      LongSupplier head) {
    super(InvocationType.NON_BLOCKING);
    this.settings = settings;
    this.mostBodyBytes = mostBodyBytes;
    this.address = address;
    this.client = client;
    this.cache = new AnswerCache(settings.cacheBytes(), head);
    this.callers = new Callers(settings.perCaller());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    if (path.equals(VOID)) {
      describe(request, response, callback);
      return true;
    }
    return path.equals(PATH) && answerByMethod(request, response, callback);
  }

  /** The description of the dataset, in the RDF syntax that the client names, else in Turtle. */
  private void describe(Request request, Response response, Callback callback) {
    String accept = accept(request);
    boolean named = DESCRIPTIONS.stream().anyMatch(accept::contains);
    ask("", named ? accept : DESCRIPTIONS.get(0), Optional.empty(), request, response, callback);
  }

  private boolean answerByMethod(Request request, Response response, Callback callback) {
    HttpMethod method = HttpMethod.fromString(request.getMethod());
    if (method == HttpMethod.OPTIONS) {
      preflight(response, callback);
    } else if (method == HttpMethod.POST) {
      readBody(request, response, callback);
    } else if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
      try {
        String queryString = request.getHttpURI().getQuery();
        if (wantsPage(request)) {
          return false;
        }
        SparqlRequest query = SparqlRequest.ofQueryString(queryString);
        answer(query, request, response, callback);
      } catch (SparqlRequest.Malformed e) {
        RefusalWriter.write(e.refusal(), e.getMessage(), request, response, callback);
      }
    } else {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST, OPTIONS");
      RefusalWriter.write(
          Refusal.METHOD,
          "Use GET or POST, not " + request.getMethod(),
          request,
          response,
          callback);
    }
    return true;
  }

  /** Forgets the answers that were remembered, because the quads were mended. */
  public void forget() {
    cache.forget();
  }

  /** Queries that have not been answered to their end. */
  public int underWay() {
    return callers.underWay();
  }

  /** A browser that follows a link or sends the form: it names text/html and no result format. */
  private static boolean wantsPage(Request request) {
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    return accept != null && accept.contains("text/html") && !accept.contains("sparql-results");
  }

  private static void preflight(Response response, Callback callback) {
    response.setStatus(HttpStatus.NO_CONTENT_204);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(ANY_ORIGIN);
    headers.put(HttpHeader.ALLOW, "GET, HEAD, POST, OPTIONS");
    headers.put("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    headers.put("Access-Control-Allow-Headers", "Accept, Content-Type, Timeout");
    headers.put("Access-Control-Max-Age", "86400");
    callback.succeeded();
  }

  private void readBody(Request request, Response response, Callback callback) {
    if (request.getLength() > mostBodyBytes) {
      tooLarge(request, response, callback);
      return;
    }
    new BoundedBody(request, mostBodyBytes)
        .read(
            body -> answerPost(body, request, response, callback),
            begun -> tooLarge(request, response, callback),
            callback::failed);
  }

  private void tooLarge(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    RefusalWriter.write(
        Refusal.TOO_LARGE,
        "The body is larger than " + mostBodyBytes + " bytes; send a shorter query",
        request,
        response,
        callback);
  }

  private void answerPost(byte[] body, Request request, Response response, Callback callback) {
    try {
      String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
      String mediaType = type == null ? "" : MimeTypes.getContentTypeWithoutCharset(type).strip();
      SparqlRequest query = SparqlRequest.ofPost(request.getHttpURI().getQuery(), mediaType, body);
      if (query.query().isEmpty()) {
        throw new SparqlRequest.Malformed(
            Refusal.NO_QUERY, "Send the query as the parameter \"query\" or as the body");
      }
      answer(query, request, response, callback);
    } catch (SparqlRequest.Malformed e) {
      RefusalWriter.write(e.refusal(), e.getMessage(), request, response, callback);
    }
  }

  private void answer(SparqlRequest query, Request request, Response response, Callback callback) {
    String accept = accept(request);
    String form = query.form();
    boolean remember =
        settings.cacheBytes() > 0
            && query.query().isPresent()
            && form.length() <= LARGEST_KEY
            && !query.volatileAnswer();
    if (!remember) {
      ask(form, accept, Optional.empty(), request, response, callback);
      return;
    }
    AnswerCache.Key key = new AnswerCache.Key(form, accept);
    Optional<Answer> found = cache.find(key);
    if (found.isPresent()) {
      write(found.get(), request, response, callback);
      return;
    }
    CompletableFuture<Optional<Answer>> own = new CompletableFuture<>();
    CompletableFuture<Optional<Answer>> flight = flights.putIfAbsent(key, own);
    if (flight == null) {
      var unused = own.whenComplete((answer, failure) -> flights.remove(key, own));
      ask(form, accept, Optional.of(new Remembering(key, own)), request, response, callback);
    } else {
      var unused =
          flight.thenAccept(
              answer -> {
                if (answer.isPresent() && cache.newest(answer.get().sequence())) {
                  write(answer.get(), request, response, callback);
                } else {
                  ask(form, accept, Optional.empty(), request, response, callback);
                }
              });
    }
  }

  private static String accept(Request request) {
    String accept = String.join(", ", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
    return accept.isEmpty() ? "*/*" : accept;
  }

  /** What is done with an answer that turns out small enough: kept, and given to those who wait. */
  private record Remembering(AnswerCache.Key key, CompletableFuture<Optional<Answer>> waiting) {
    void nothing() {
      waiting.complete(Optional.empty());
    }
  }

  private void ask(
      String form,
      String accept,
      Optional<Remembering> remembering,
      Request request,
      Response response,
      Callback callback) {
    Optional<URI> target = address.find();
    if (target.isEmpty()) {
      remembering.ifPresent(Remembering::nothing);
      unavailable(request, response, callback);
      return;
    }
    String caller = caller(request);
    if (!callers.enter(caller)) {
      remembering.ifPresent(Remembering::nothing);
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
      RefusalWriter.write(
          Refusal.TOO_MANY,
          "You have "
              + settings.perCaller()
              + " queries under way, which is the most for one address; send fewer at once",
          request,
          response,
          callback);
      return;
    }
    AtomicBoolean left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            callers.leave(caller);
          }
        };
    Callback leaving =
        Callback.from(
            callback,
            () -> {
              leave.run();
              remembering.ifPresent(Remembering::nothing);
            });
    org.eclipse.jetty.client.Request upstream =
        client
            .newRequest(target.get().resolve("sparql"))
            .method(HttpMethod.POST)
            .headers(
                headers -> {
                  headers.put(HttpHeader.ACCEPT, accept);
                  headers.put(CALLER, caller);
                  for (String name : PASSED_ON) {
                    String value = request.getHeaders().get(name);
                    if (value != null) {
                      headers.put(name, value);
                    }
                  }
                })
            .body(
                new BytesRequestContent(
                    "application/x-www-form-urlencoded",
                    form.getBytes(StandardCharsets.ISO_8859_1)));
    AtomicBoolean begun = new AtomicBoolean();
    upstream.onResponseContentSource(
        (answer, source) -> {
          begun.set(true);
          relay(answer, source, remembering, leave, request, response, leaving);
        });
    upstream.send(
        result -> {
          if (begun.get()) {
            return; // the copy has seen the end, or the failure, in its source
          }
          if (result.isFailed()) {
            failed(result.getFailure(), request, response, leaving);
          } else {
            head(result.getResponse(), response);
            leaving.succeeded();
          }
        });
  }

  private void relay(
      org.eclipse.jetty.client.Response answer,
      Content.Source source,
      Optional<Remembering> remembering,
      Runnable leave,
      Request request,
      Response response,
      Callback callback) {
    long sequence = answer.getHeaders().getLongField(SEQUENCE);
    cache.seen(sequence);
    head(answer, response);
    Callback aborting =
        Callback.from(
            callback::succeeded,
            failure -> {
              var unused = answer.abort(failure);
              callback.failed(failure);
            });
    boolean small =
        answer.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) <= settings.cacheAnswerBytes();
    if (remembering.isEmpty()
        || answer.getStatus() != HttpStatus.OK_200
        || sequence < 0
        || !small) {
      remembering.ifPresent(Remembering::nothing);
      Content.copy(source, response, aborting);
      return;
    }
    new BoundedBody(source, settings.cacheAnswerBytes())
        .read(
            body -> {
              Remembering waiting = remembering.get();
              Answer whole =
                  new Answer(sequence, answer.getHeaders().get(HttpHeader.CONTENT_TYPE), body);
              cache.put(waiting.key(), whole);
              leave.run(); // before the client can know, and ask for more
              waiting.waiting().complete(Optional.of(whole));
              response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
              response.write(true, ByteBuffer.wrap(body), aborting);
            },
            begun -> {
              remembering.get().nothing();
              response.write(
                  false,
                  begun,
                  Callback.from(() -> Content.copy(source, response, aborting), aborting::failed));
            },
            failure -> {
              if (response.isCommitted()) {
                aborting.failed(failure);
              } else {
                failed(failure, request, response, callback);
              }
            });
  }

  /** Status and headers that concern the answer; those of the connection are our own. */
  private static void head(org.eclipse.jetty.client.Response answer, Response response) {
    response.setStatus(answer.getStatus());
    HttpFields.Mutable headers = response.getHeaders();
    for (HttpField field : answer.getHeaders()) {
      HttpHeader header = field.getHeader();
      if (header == HttpHeader.CONTENT_TYPE
          || header == HttpHeader.CONTENT_LENGTH
          || header == HttpHeader.RETRY_AFTER
          || header == HttpHeader.CONTENT_LANGUAGE
          || field.is(SEQUENCE)) {
        headers.put(field);
      }
    }
    common(headers);
  }

  private static void common(HttpFields.Mutable headers) {
    headers.put(ANY_ORIGIN);
    headers.put(VARY);
    headers.put("Access-Control-Expose-Headers", SEQUENCE + ", Retry-After");
  }

  private static void write(Answer answer, Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
    headers.put(SEQUENCE, answer.sequence());
    headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    common(headers);
    boolean bodiless = HttpMethod.HEAD.is(request.getMethod());
    response.write(
        true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), callback);
  }

  private void failed(Throwable failure, Request request, Response response, Callback callback) {
    if (response.isCommitted()) {
      callback.failed(failure);
    } else if (failure instanceof RejectedExecutionException) {
      response.reset();
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "2");
      RefusalWriter.write(
          Refusal.BUSY,
          "More queries wait than may wait; ask again in 2 seconds",
          request,
          response,
          callback);
    } else {
      log.warn("The query process broke off: {}", failure.toString());
      response.reset();
      unavailable(request, response, callback);
    }
  }

  private static void unavailable(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
    RefusalWriter.write(
        Refusal.UNAVAILABLE,
        "It is down or starting and is started again by itself; ask again in 5 seconds",
        request,
        response,
        callback);
  }

  private static String caller(Request request) {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    return remote instanceof java.net.InetSocketAddress inet
        ? inet.getHostString()
        : String.valueOf(remote);
  }
}
