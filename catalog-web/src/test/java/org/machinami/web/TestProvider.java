package org.machinami.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.web.config.OpenIdSettings;

/** A certified OpenID provider in a process of its own, and somebody who signs in at it. */
final class TestProvider implements AutoCloseable {
  static final String CALLBACK = PagesServer.BASE + "account/provider/callback";
  static final String SIGNED_OUT = PagesServer.BASE + "account/provider/sign-out/done";

  private static final String SECRET = "of the catalogue and the provider";
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern PROMPT = Pattern.compile("name=\"prompt\" value=\"([^\"]+)\"");
  private static final Pattern XSRF = Pattern.compile("name=\"xsrf\" value=\"([^\"]+)\"");
  private static final int MOST_STEPS = 12;

  private final Process process;
  private final URI issuer;

  private TestProvider(Process process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /** Starts it on a free port. */
  static TestProvider start() throws IOException {
    Path folder =
        Path.of(System.getProperty("machinami.home"), "catalog-web", "src", "test", "oidc");
    Process process =
        new ProcessBuilder("node", "provider.mjs", CALLBACK, SIGNED_OUT)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("issuer ")) {
        return new TestProvider(process, URI.create(line.substring("issuer ".length())));
      }
    }
    throw new IOException("the provider ended without an address");
  }

  URI issuer() {
    return issuer;
  }

  OpenIdSettings settings() {
    EgressLimits limits =
        new EgressLimits(
            Set.of(issuer.getAuthority()), Set.of(443), 1 << 20, Duration.ofSeconds(10));
    return new OpenIdSettings(issuer, "catalogue", Optional.of(SECRET), "市の認証", true, limits);
  }

  /**
   * Goes to the provider in a browser of its own, says who it is and agrees.
   *
   * @param cancels whether it goes back instead
   * @return where the provider sends it back to
   */
  URI visit(URI start, String name, boolean cancels) throws Exception {
    return visit(browser(), start, name, cancels);
  }

  /** A browser that keeps the cookies of the provider. */
  static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  /** The same in a browser that may have been there before. */
  URI visit(HttpClient browser, URI start, String name, boolean cancels) throws Exception {
    HttpRequest next = HttpRequest.newBuilder(start).build();
    for (int step = 0; step < MOST_STEPS; step++) {
      HttpResponse<String> answer = browser.send(next, HttpResponse.BodyHandlers.ofString(UTF_8));
      Optional<String> location = answer.headers().firstValue("Location");
      if (location.isPresent()) {
        URI to = answer.uri().resolve(location.get());
        if (!to.getAuthority().equals(issuer.getAuthority())) {
          return to;
        }
        next = HttpRequest.newBuilder(to).build();
      } else if (cancels) {
        next = HttpRequest.newBuilder(URI.create(answer.uri() + "/abort")).build();
      } else {
        String form =
            "prompt="
                + found(PROMPT, answer)
                + "&password=x&login="
                + URLEncoder.encode(name, UTF_8);
        next =
            HttpRequest.newBuilder(answer.uri().resolve(found(ACTION, answer)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
      }
    }
    throw new IllegalStateException("the provider asks without end");
  }

  /** Whether the provider asks somebody who they are, or knows it. */
  boolean asks(HttpClient browser, URI start) throws Exception {
    URI at = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      HttpResponse<String> answer =
          browser.send(
              HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
      Optional<String> location = answer.headers().firstValue("Location");
      if (location.isEmpty()) {
        return true;
      }
      at = answer.uri().resolve(location.get());
      if (!at.getAuthority().equals(issuer.getAuthority())) {
        return false;
      }
    }
    throw new IllegalStateException("the provider leads in circles");
  }

  /** Signs out at the provider, as its page asks; where that sends the browser back to. */
  URI signOut(HttpClient browser, URI start) throws Exception {
    HttpResponse<String> page =
        browser.send(
            HttpRequest.newBuilder(start).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    String form = "xsrf=" + found(XSRF, page) + "&logout=yes";
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(page.uri().resolve(found(ACTION, page)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString(UTF_8));
    return page.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private static String found(Pattern pattern, HttpResponse<String> answer) {
    Matcher matcher = pattern.matcher(answer.body());
    if (!matcher.find()) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
