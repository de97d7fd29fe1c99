package org.machinami.loader.harvest.remote;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * A catalogue in DCAT, in any syntax of RDF, in one document or in several that lead to each other
 * (Hydra, TREE). Documents that have not changed are not read again where each speaks for itself,
 * as in an event stream; else all are read when one has changed, those that have not from disk.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>
 */
public final class DcatCatalogue implements RemoteCatalogue {
  private static final String ACCEPT =
      "text/turtle, application/trig, application/n-triples, application/n-quads,"
          + " application/ld+json;q=0.9, application/rdf+xml;q=0.8";
  private static final String LINKS = "dcat.links ";
  private static final String STREAM = "dcat.stream";

  private final PoliteClient client;
  private final String address;

  // Of the run in hand.
  private HarvestIntake intake;
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final Map<String, PagingControls> read = new LinkedHashMap<>();
  private boolean stream;
  private boolean broken;
  private long total;

  public DcatCatalogue(PoliteClient client, String address) {
    this.client = client;
    this.address = address;
  }

  @Override
  public void read(HarvestIntake to) {
    intake = to;
    pages.clear();
    read.clear();
    broken = false;
    total = 0;
    stream = !to.everything() && to.remembered(STREAM).isPresent();
    walk();
    if (to.remembered(STREAM).isPresent() && !stream) {
      throw new LoadException(Fault.DATA, "harvest.no-stream", address);
    }
    boolean nothing = read.isEmpty();
    if (nothing) {
      to.known().keySet().forEach(to::same);
    } else if (!stream) {
      // What one document lacks another may tell: all of them together make the records.
      for (Map.Entry<String, Page> page : pages.entrySet()) {
        if (!read.containsKey(page.getKey())) {
          parse(page.getKey(), page.getValue());
        }
      }
    }
    pages.keySet().forEach(this::rememberLinks);
    if (stream) {
      to.remember(STREAM, "true");
      read.values().forEach(controls -> controls.removed().forEach(to::gone));
    }
    if (!broken && !stream) {
      requireAll(nothing);
      to.whole();
    } else if (broken) {
      to.note("harvest.note.broken-page");
    }
  }

  private void requireAll(boolean nothing) {
    long found = read.values().stream().mapToLong(PagingControls::datasets).sum();
    if (!nothing && found < total) {
      throw new LoadException(Fault.DATA, "harvest.short", address, total, found);
    }
  }

  /** Fetches all documents, each once however often it is named. */
  private void walk() {
    Set<String> met = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    met.add(address);
    open.add(address);
    while (!open.isEmpty()) {
      String next = open.remove();
      Page page = client.page(next, ACCEPT);
      pages.put(next, page);
      Optional<List<String>> links = intake.remembered(LINKS + next).map(DcatCatalogue::lines);
      boolean asItWas = !page.changed() && !intake.everything() && links.isPresent();
      List<String> following = asItWas ? links.get() : List.copyOf(parse(next, page).following());
      for (String link : following) {
        resolved(page.address(), link).filter(met::add).ifPresent(open::add);
      }
    }
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n"));
  }

  private void rememberLinks(String page) {
    PagingControls controls = read.get(page);
    String links =
        controls == null
            ? intake.remembered(LINKS + page).orElse("")
            : String.join("\n", controls.following());
    intake.remember(LINKS + page, links);
  }

  /** Addresses on other hosts are of other catalogues; what follows a # is in the document. */
  private Optional<String> resolved(String from, String link) {
    try {
      URI uri = URI.create(from).resolve(link.strip());
      String plain = uri.toString().replaceFirst("#.*$", "");
      String host = URI.create(address).getAuthority();
      boolean here = host.equalsIgnoreCase(String.valueOf(uri.getAuthority()));
      if (!here) {
        intake.note("harvest.note.elsewhere", plain);
      }
      return here ? Optional.of(plain) : Optional.empty();
    } catch (IllegalArgumentException e) {
      intake.note("harvest.note.elsewhere", link);
      return Optional.empty();
    }
  }

  private PagingControls parse(String asked, Page page) {
    PagingControls controls = new PagingControls();
    read.put(asked, controls);
    Optional<String> unreadable =
        intake.take(new RdfDocument(page.address(), page.file(), syntax(page)), controls);
    if (unreadable.isPresent()) {
      if (controls.datasets() == 0) {
        throw new LoadException(Fault.DATA, "harvest.not-rdf", page.address(), unreadable.get());
      }
      broken = true;
      intake.refuse(page.address(), "harvest.page-broken", unreadable.get());
    }
    stream |= controls.isStream();
    total = Math.max(total, controls.total().orElse(0));
    return controls;
  }

  private static Lang syntax(Page page) {
    Lang lang = RDFLanguages.contentTypeToLang(page.mediaType());
    if (lang == null || page.mediaType().equals("text/plain")) {
      Lang byName = RDFLanguages.filenameToLang(URI.create(page.address()).getPath());
      lang = byName == null && page.mediaType().equals("application/json") ? Lang.JSONLD : byName;
    }
    if (lang == null || !(RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang))) {
      throw new LoadException(
          Fault.DATA,
          "harvest.not-rdf",
          page.address(),
          page.mediaType().isEmpty() ? "?" : page.mediaType());
    }
    return lang;
  }
}
