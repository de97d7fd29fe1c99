package org.machinami.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;

/**
 * What surrounds a page, and the way from it to others; templates write every link through it.
 *
 * @param base canonical base IRI, ends in "/"
 * @param assets version of styles and pictures, part of their addresses
 * @param title of the page, without the name of the site; empty on the home page
 * @param section the entry of the navigation that is marked, empty for none
 * @param representations others in which the resource answers; empty for pages that are only pages
 * @param head what the head says beside the title
 */
public record Frame(
    Asked asked,
    Messages m,
    String base,
    String assets,
    String title,
    String section,
    List<Representation> representations,
    Head head) {
  private static final List<String> LINKS = List.of("https://", "http://", "mailto:", "tel:");

  public Frame {
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(m, "m");
    representations = List.copyOf(representations);
    Objects.requireNonNull(head, "head");
  }

  /** With a head that says nothing beside the title. */
  public Frame(
      Asked asked,
      Messages m,
      String base,
      String assets,
      String title,
      String section,
      List<Representation> representations) {
    this(asked, m, base, assets, title, section, representations, Head.NONE);
  }

  public Language language() {
    return m.language();
  }

  /** A link to a page of this site, relative, in the language that the reader pinned. */
  public String href(String path) {
    return asked.root() + asked.prefix() + path;
  }

  /** A link to something that has no language: a download, an asset. */
  public String plain(String path) {
    return asked.root() + path;
  }

  public String asset(String name) {
    return asked.root() + "assets/" + assets + "/" + name;
  }

  /**
   * A link for an IRI: relative when it is ours, else itself when browsers may follow it, else
   * empty.
   */
  public String link(String iri) {
    if (iri.startsWith(base)) {
      return href(iri.substring(base.length()));
    }
    return LINKS.stream().anyMatch(iri::startsWith) ? iri : "";
  }

  /** A link to a download: ours without a language, others' as they are. */
  public String file(String iri) {
    return iri.startsWith(base) ? plain(iri.substring(base.length())) : link(iri);
  }

  /** Words as the value of a query parameter. */
  public String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  /** This page in the other language: same path, same query. */
  public String switchHref() {
    Language other = language().other();
    boolean pinNeeded = asked.preferred() != other;
    String prefix = pinNeeded ? other.tag() + "/" : "";
    String query = asked.query().isEmpty() ? "" : "?" + asked.query();
    return asked.root() + prefix + suffixed() + query;
  }

  /** The IRI of this page in a language, for hreflang. */
  public String absolute(Language language) {
    return base + language.tag() + "/" + asked.path();
  }

  /** A file of this site by its IRI, in the language of the page. */
  public String absolute(String path) {
    return base + language().tag() + "/" + path;
  }

  public String canonical() {
    return base + asked.path();
  }

  /** This resource in another representation, with the query that the page has. */
  public String representation(Representation representation) {
    String query = asked.query(representation);
    if (asked.path().isEmpty()) {
      return asked.root() + "?format=" + representation.suffix();
    }
    String prefix = representation.isOfALanguage() ? asked.prefix() : "";
    return asked.root() + prefix + asked.path() + "." + representation.suffix() + query;
  }

  private String suffixed() {
    return asked.requestPath().endsWith(".html") ? asked.path() + ".html" : asked.path();
  }
}
