package org.machinami.loader.egress;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BinaryOperator;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * The client. It goes by http and https only, by no proxy and without cookies, follows at most
 * three redirects and looks at each as at a new address, and stops what is too long or too slow.
 * Thread-safe.
 */
public final class Egress implements Closeable {

  private static final String ACCEPT =
      "text/turtle, application/ld+json, application/rdf+xml, application/n-triples, text/csv,"
          + " application/geo+json, application/zip;q=0.9, application/json;q=0.8, */*;q=0.1";

  private static final String LINK = "link";
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int BUFFER = 1 << 14;
  private static final int THREADS = 16;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  /** Headers that tell a stranger nothing. */
  private static final Set<String> PLAIN_HEADERS =
      Set.of(
          "accept", "accept-language", "if-modified-since", "if-none-match", "range", "user-agent");

  private final EgressLimits limits;
  private final HttpClient client;

  private Egress(EgressLimits limits, HttpClient client) {
    this.limits = limits;
    this.client = client;
  }

  /** A client with the resolver of this machine; to be closed. */
  public static Egress open(EgressLimits limits) {
    return open(limits, Resolver.system());
  }

  static Egress open(EgressLimits limits, Resolver resolver) {
    HttpClient client = new HttpClient();
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("egress");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setConnectTimeout(CONNECT.toMillis());
    client.setIdleTimeout(limits.time().toMillis());
    client.setSocketAddressResolver(new CheckedResolver(resolver, limits, threads));
    try {
      client.start();
      // Decoders would unpack without a bound.
      client.getContentDecoderFactories().clear();
      return new Egress(limits, client);
    } catch (Exception e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "egress.start", e.toString());
    }
  }

  /**
   * Fetches what is at an address.
   *
   * @param address as somebody typed it
   * @param folder for the file; the caller deletes it
   * @throws LoadException when it may not be fetched, cannot be reached, or is too long or too slow
   */
  public Fetched fetch(String address, Path folder) {
    long deadline = System.nanoTime() + limits.time().toNanos();
    URI next = checked(address, address);
    for (int hop = 0; hop <= EgressLimits.REDIRECTS; hop++) {
      Answer answer = ask(next, folder, deadline);
      if (answer.redirect == null) {
        return answer.fetched;
      }
      next = checked(next.resolve(answer.redirect).toString(), address);
    }
    throw new LoadException(Fault.DATA, "egress.redirects", address, EgressLimits.REDIRECTS);
  }

  /**
   * Fetches what is at an address, or learns that it has not changed. The headers go wherever a
   * redirect leads on the same origin; elsewhere only those that hold no secret.
   *
   * @param question a GET
   * @param folder for the file
   * @return with whatever status the server answered
   * @throws LoadException when it may not be fetched, cannot be reached, or is too long or too slow
   */
  public EgressDownload download(EgressRequest question, Path folder) {
    return follow(question, Optional.of(folder));
  }

  /**
   * Looks whether there is something at an address, without reading it. Redirects are followed as
   * by {@link #download}.
   *
   * @param question a HEAD or a GET
   * @return without a file, with whatever status the server answered
   * @throws LoadException when it may not be asked, cannot be reached, or is too slow
   */
  public EgressDownload look(EgressRequest question) {
    return follow(question, Optional.empty());
  }

  private EgressDownload follow(EgressRequest question, Optional<Path> folder) {
    long deadline = System.nanoTime() + limits.time().toNanos();
    URI first = checked(question.address(), question.address());
    URI next = first;
    for (int hop = 0; hop <= EgressLimits.REDIRECTS; hop++) {
      Map<String, String> headers =
          sameOrigin(first, next) ? question.headers() : withoutSecrets(question.headers());
      EgressDownload answer = ask(question.method(), next, headers, folder, deadline);
      Optional<String> location = answer.header(HttpHeader.LOCATION.asString());
      if (!isRedirect(answer.status()) || location.isEmpty()) {
        return answer;
      }
      URI target = location(location.get(), shown(next.toString()));
      next = checked(next.resolve(target).toString(), question.address());
    }
    throw new LoadException(
        Fault.DATA, "egress.redirects", question.address(), EgressLimits.REDIRECTS);
  }

  private static boolean isRedirect(int status) {
    return status >= 301 && status <= 308 && status != NOT_MODIFIED;
  }

  private static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static Map<String, String> withoutSecrets(Map<String, String> headers) {
    Map<String, String> plain = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    plain.putAll(headers);
    plain.keySet().removeIf(name -> !PLAIN_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    return plain;
  }

  /** Links may stand in several headers; of other headers the last one counts. */
  private static BinaryOperator<String> joining(String name) {
    return (first, next) -> name.equals(LINK) ? first + ", " + next : next;
  }

  private EgressDownload ask(
      String method, URI uri, Map<String, String> headers, Optional<Path> folder, long deadline) {
    String shown = shown(uri.toString());
    return exchange(
        shown,
        listener -> {
          client
              .newRequest(withoutFragment(uri))
              .method(method)
              .headers(
                  fields -> {
                    headers.forEach(fields::put);
                    fields.put(HttpHeader.ACCEPT_ENCODING, "gzip");
                  })
              .timeout(left(deadline, shown), TimeUnit.NANOSECONDS)
              .send(listener);
          Response response = listener.get(left(deadline, shown), TimeUnit.NANOSECONDS);
          Map<String, String> answered = new TreeMap<>();
          response
              .getHeaders()
              .forEach(
                  field ->
                      answered.merge(
                          field.getLowerCaseName(),
                          field.getValue(),
                          joining(field.getLowerCaseName())));
          Optional<Path> file = Optional.empty();
          if (response.getStatus() == OK && folder.isPresent()) {
            file = Optional.of(save(uri, response, listener, folder.get(), deadline).file());
          } else if (response.getStatus() != NOT_MODIFIED && !method.equals("HEAD")) {
            hangUp(response, "not wanted");
          }
          return new EgressDownload(uri, response.getStatus(), answered, file);
        });
  }

  /**
   * Asks another program. Redirects are not followed: they are an answer like every other.
   *
   * @throws LoadException when it may not be asked, cannot be reached, or answers too much or too
   *     slowly
   */
  public EgressAnswer send(EgressRequest question) {
    long deadline = System.nanoTime() + limits.time().toNanos();
    URI uri = checked(question.address(), question.address());
    String shown = shown(uri.toString());
    return exchange(
        shown,
        listener -> {
          Request request =
              client
                  .newRequest(withoutFragment(uri))
                  .method(question.method())
                  .headers(
                      headers -> {
                        question.headers().forEach(headers::put);
                        headers.put(HttpHeader.ACCEPT_ENCODING, "identity");
                      })
                  .timeout(left(deadline, shown), TimeUnit.NANOSECONDS);
          if (!question.body().isEmpty()) {
            String type = question.headers().get(HttpHeader.CONTENT_TYPE.asString());
            request.body(new StringRequestContent(type, question.body(), StandardCharsets.UTF_8));
          }
          request.send(listener);
          Response response = listener.get(left(deadline, shown), TimeUnit.NANOSECONDS);
          String text = text(response, listener, shown, deadline);
          String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
          return new EgressAnswer(response.getStatus(), type == null ? "" : type, text);
        });
  }

  private String text(
      Response response, InputStreamResponseListener listener, String shown, long deadline)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = listener.getInputStream()) {
      copy(in, out, response, shown, deadline);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What is asked, and what is done with the answer. */
  private interface Exchange<T> {
    T with(InputStreamResponseListener listener)
        throws InterruptedException, TimeoutException, ExecutionException, IOException;
  }

  /** One exchange with a server; whatever goes wrong on the way is told in one manner. */
  private <T> T exchange(String shown, Exchange<T> exchange) {
    try (InputStreamResponseListener listener = new InputStreamResponseListener()) {
      return exchange.with(listener);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadException(Fault.ENVIRONMENT, e, "egress.stopped", shown);
    } catch (TimeoutException e) {
      throw slow(e, shown);
    } catch (ExecutionException e) {
      throw failed(e.getCause(), shown);
    } catch (IOException e) {
      throw failed(e, shown);
    }
  }

  private record Answer(Fetched fetched, URI redirect) {}

  /** The address without user and fragment, if requests may go there at all. */
  private URI checked(String text, String asked) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new LoadException(Fault.FOLDER, e, "egress.no-address", shown(text));
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new LoadException(Fault.FOLDER, "egress.scheme", shown(text));
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new LoadException(Fault.FOLDER, "egress.no-address", shown(text));
    }
    int port = port(uri);
    if (!limits.isPort(uri.getHost().toLowerCase(Locale.ROOT), port)) {
      throw new LoadException(Fault.FOLDER, "egress.port", shown(asked), port);
    }
    return uri;
  }

  private static int port(URI uri) {
    int usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    return uri.getPort() < 0 ? usual : uri.getPort();
  }

  private Answer ask(URI uri, Path folder, long deadline) {
    String shown = shown(uri.toString());
    return exchange(
        shown,
        listener -> {
          client
              .newRequest(withoutFragment(uri))
              .headers(
                  headers ->
                      headers
                          .put(HttpHeader.ACCEPT, ACCEPT)
                          .put(HttpHeader.ACCEPT_ENCODING, "identity"))
              .timeout(left(deadline, shown), TimeUnit.NANOSECONDS)
              .send(listener);
          Response response = listener.get(left(deadline, shown), TimeUnit.NANOSECONDS);
          int status = response.getStatus();
          String location = response.getHeaders().get(HttpHeader.LOCATION);
          if (isRedirect(status) && location != null) {
            hangUp(response, "redirected");
            return new Answer(null, location(location, shown));
          }
          if (status != OK) {
            hangUp(response, "refused");
            throw new LoadException(Fault.DATA, "egress.status", shown, status);
          }
          return new Answer(save(uri, response, listener, folder, deadline), null);
        });
  }

  /** What becomes of the rest is of no interest any more. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static void hangUp(Response response, String why) {
    response.abort(new IOException(why));
  }

  private static URI location(String location, String shown) {
    try {
      return new URI(location.strip());
    } catch (URISyntaxException e) {
      throw new LoadException(Fault.DATA, e, "egress.location", shown);
    }
  }

  private static URI withoutFragment(URI uri) {
    return uri.getRawFragment() == null
        ? uri
        : URI.create(uri.toString().substring(0, uri.toString().indexOf('#')));
  }

  private long left(long deadline, String shown) {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw slow(null, shown);
    }
    return left;
  }

  private Fetched save(
      URI uri, Response response, InputStreamResponseListener listener, Path folder, long deadline)
      throws IOException {
    String shown = shown(uri.toString());
    String coding = response.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    boolean packed = coding != null && coding.toLowerCase(Locale.ROOT).contains("gzip");
    Path file = Files.createTempFile(folder, "fetched", ".tmp");
    try (InputStream raw = listener.getInputStream();
        InputStream in = packed ? new GZIPInputStream(raw, BUFFER) : raw;
        OutputStream out = Files.newOutputStream(file)) {
      copy(in, out, response, shown, deadline);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return new Fetched(uri, file, name(uri), type == null ? "" : type);
  }

  /** Copies what comes, until it is too long or too slow. */
  private void copy(
      InputStream in, OutputStream out, Response response, String shown, long deadline)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      if (bytes > limits.bytes()) {
        hangUp(response, "too long");
        throw new LoadException(Fault.DATA, "egress.bytes", shown, limits.bytes());
      }
      left(deadline, shown);
      out.write(buffer, 0, read);
    }
  }

  private static String name(URI uri) {
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("/+$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.isEmpty() ? uri.getHost() : shown(last);
  }

  private LoadException failed(Throwable cause, String shown) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof LoadException known) {
        return known;
      }
      if (at instanceof CheckedResolver.Inside) {
        return new LoadException(Fault.FOLDER, at, "egress.inside", shown);
      }
      if (at instanceof UnknownHostException) {
        return new LoadException(Fault.DATA, at, "egress.unknown-host", shown);
      }
      if (at instanceof TimeoutException) {
        return slow(at, shown);
      }
    }
    return new LoadException(Fault.DATA, cause, "egress.unreachable", shown);
  }

  private LoadException slow(Throwable cause, String shown) {
    return new LoadException(Fault.DATA, cause, "egress.slow", shown, limits.time().toSeconds());
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cc}", "\uFFFD");
    return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "egress.start", e.toString());
    }
  }
}
