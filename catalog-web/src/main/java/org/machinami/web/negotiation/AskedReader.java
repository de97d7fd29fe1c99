package org.machinami.web.negotiation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.machinami.web.language.AcceptLanguage;
import org.machinami.web.language.Language;

/** From a request to what it asks for. */
final class AskedReader {
  /** The first segments below which a suffix names a representation. */
  private static final Set<String> NEGOTIATED =
      Set.of(
          "datasets",
          "publishers",
          "themes",
          "id",
          "doc",
          "vocab",
          "coverage",
          "glossary",
          "policy",
          "validate",
          "requests",
          "monitor",
          "catalog",
          "ledger");

  /** Files have names of their own, whatever these end in. */
  private static final Pattern FILE = Pattern.compile("datasets/[^/]+/(files|recipe)/");

  private AskedReader() {}

  static Asked read(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath(false);
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    return read(
        path,
        query == null ? "" : query,
        request.getHeaderString(HttpHeaders.ACCEPT),
        request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
        Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst("format")));
  }

  static Asked read(
      String rawPath, String query, String accept, String acceptLanguage, Optional<String> format) {
    String requestPath = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
    String path = requestPath;
    Optional<Language> pinned = Optional.empty();
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    if (Language.find(first).isPresent()) {
      pinned = Language.find(first);
      path = slash < 0 ? "" : path.substring(slash + 1);
    }
    Optional<Representation> forced = Optional.empty();
    if (hasSuffix(path)) {
      forced = Representation.ofPath(path);
      if (forced.isPresent()) {
        path = path.substring(0, path.length() - forced.get().suffix().length() - 1);
      }
    }
    // A name in ?format= that we do not know is told as an error when the answer is made.
    if (forced.isEmpty()) {
      forced = format.flatMap(Representation::find);
    }
    Language preferred = AcceptLanguage.choose(acceptLanguage);
    return new Asked(
        path,
        query,
        requestPath,
        pinned.orElse(preferred),
        pinned,
        preferred,
        forced,
        Accept.parse(accept));
  }

  private static boolean hasSuffix(String path) {
    int slash = path.indexOf('/');
    int dot = path.indexOf('.');
    String first = path.substring(0, slash >= 0 ? slash : dot >= 0 ? dot : path.length());
    return NEGOTIATED.contains(first)
        && !FILE.matcher(path).lookingAt()
        && !path.equals("vocab/context.jsonld");
  }
}
