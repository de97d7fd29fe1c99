package org.machinami.web.negotiation;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.machinami.web.language.Language;

/**
 * What a request asks for, beyond the resource itself.
 *
 * @param path canonical path: no leading slash, neither language prefix nor suffix, still encoded
 * @param query raw query string without "?", empty when there is none
 * @param requestPath path as requested, no leading slash
 * @param language language of the answer
 * @param pinned the language that the path names, if it names one
 * @param preferred the language that {@code Accept-Language} alone would give
 * @param forced the representation that suffix or {@code ?format=} names, if they name one
 * @param accept what the client accepts where nothing is forced
 */
public record Asked(
    String path,
    String query,
    String requestPath,
    Language language,
    Optional<Language> pinned,
    Language preferred,
    Optional<Representation> forced,
    Accept accept) {
  static final String PROPERTY = "org.machinami.web.asked";
  private static final String FORMAT = "format";
  private static final String PAGE = "page";

  public Asked {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(requestPath, "requestPath");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(pinned, "pinned");
    Objects.requireNonNull(preferred, "preferred");
    Objects.requireNonNull(forced, "forced");
    Objects.requireNonNull(accept, "accept");
  }

  /** What the filter found out about this request. */
  public static Asked of(ContainerRequestContext request) {
    Object asked = request.getProperty(PROPERTY);
    return asked instanceof Asked found ? found : AskedReader.read(request);
  }

  /** The best representation of those offered; empty: none is acceptable (406). */
  public Optional<Representation> choose(List<Representation> offered) {
    return forced.isPresent()
        ? forced.map(r -> plain(r, offered)).filter(offered::contains)
        : accept.choose(offered);
  }

  /** Who says "json" gets plain JSON where there are no linked data. */
  private static Representation plain(Representation asked, List<Representation> offered) {
    return asked == Representation.JSON_LD && !offered.contains(asked)
        ? Representation.JSON
        : asked;
  }

  /** Whether an error is told as a page. */
  public boolean prefersPage() {
    return forced.map(r -> r == Representation.HTML).orElseGet(accept::prefersPage);
  }

  /** The way from the request's path to the root, such as "../../"; "./" at the root. */
  public String root() {
    long depth = requestPath.chars().filter(c -> c == '/').count();
    return depth == 0 ? "./" : "../".repeat((int) depth);
  }

  /** The prefix that keeps an explicitly chosen language: "en/", "ja/" or nothing. */
  public String prefix() {
    return pinned.map(l -> l.tag() + "/").orElse("");
  }

  /**
   * The query string of another representation, with "?" when anything is left. A table begins with
   * the first row, since its pages, where it has any, are longer than those of the list.
   */
  public String query(Representation representation) {
    Set<String> but = representation == Representation.CSV ? Set.of(FORMAT, PAGE) : Set.of(FORMAT);
    String rest =
        List.of(query.split("&", -1)).stream()
            .filter(p -> !p.isEmpty() && !but.contains(p.split("=", 2)[0]))
            .reduce((a, b) -> a + "&" + b)
            .orElse("");
    return rest.isEmpty() ? "" : "?" + rest;
  }
}
