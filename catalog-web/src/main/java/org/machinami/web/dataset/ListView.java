package org.machinami.web.dataset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Snippet;
import org.machinami.store.search.text.TypedField;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * A page of the list of datasets; {@link ListData} is what programs get.
 *
 * @param total number of hits
 * @param pages number of pages, at least 1
 * @param cut whether more was typed than was looked for
 * @param things of the city that have exactly the words as their name
 * @param correction where nothing was found: words that find something
 * @param looser where nothing was found: a search that asks for less
 * @param pageLinks first, last and those around the present one
 * @param hidden parameters that a new search keeps
 * @param time what the form for the period has in it, and keeps
 * @param place what the form for the rectangle has in it, and keeps
 */
public record ListView(
    ListQuery query,
    long total,
    int pages,
    boolean cut,
    List<Found> found,
    List<NamedThing> things,
    Optional<Option> correction,
    Optional<Option> looser,
    List<Group> groups,
    List<Option> chosen,
    List<Option> orders,
    List<PageLink> pageLinks,
    List<Hidden> hidden,
    Time time,
    Place place)
    implements ListAnswer {
  public ListView {
    Objects.requireNonNull(query, "query");
    found = List.copyOf(found);
    things = List.copyOf(things);
    groups = List.copyOf(groups);
    chosen = List.copyOf(chosen);
    orders = List.copyOf(orders);
    pageLinks = List.copyOf(pageLinks);
    hidden = List.copyOf(hidden);
  }

  /**
   * A hit.
   *
   * @param title of the card, with marks
   * @param description of the card, with marks
   * @param things names of things in its data that are what was looked for
   * @param parts of its description that were found, where none of the above shows it
   * @param boxes rectangles of the map that its data are about, as in an address, with ";" between
   */
  public record Found(
      DatasetCard card,
      Snippet title,
      Optional<Snippet> description,
      List<Text> things,
      List<TypedField> parts,
      String boxes) {
    public Found {
      things = List.copyOf(things);
      parts = List.copyOf(parts);
    }

    /** Whether what is shown of it says why it was found. */
    boolean isMarked() {
      return title.isMarked()
          || description.filter(Snippet::isMarked).isPresent()
          || !things.isEmpty();
    }

    Found in(Set<TypedField> found) {
      return new Found(card, title, description, things, List.copyOf(found), boxes);
    }
  }

  /**
   * A thing of the city.
   *
   * @param key what tells it from another of that name: its IRI below the base
   */
  public record NamedThing(Value name, String key) {}

  /**
   * A facet and its values.
   *
   * @param key message key of its name
   * @param open whether its values are shown at once
   * @param more the values that are shown on demand
   * @param unlisted how many others there are
   */
  public record Group(
      String key, boolean open, List<Option> options, List<Option> more, int unlisted) {}

  /**
   * A value that can be chosen, or taken back when it is.
   *
   * @param level how many values it stands under, 0 for none
   * @param above the one directly above it
   */
  public record Option(
      Text label, long count, String path, boolean chosen, int level, Optional<Text> above) {
    /** One that stands under no other. */
    public Option(Text label, long count, String path, boolean chosen) {
      this(label, count, path, chosen, 0, Optional.empty());
    }
  }

  /**
   * A page number.
   *
   * @param path empty for a gap
   */
  public record PageLink(int number, String path, boolean current) {}

  /** A hidden field of a form. */
  public record Hidden(String name, String value) {}

  /**
   * The form for the period.
   *
   * @param from first day, empty for any
   * @param to last day, empty for any
   * @param hidden what else the address says
   */
  public record Time(String from, String to, List<Hidden> hidden) {
    public Time {
      hidden = List.copyOf(hidden);
    }

    /** Whether it says anything. */
    public boolean isChosen() {
      return !(from.isEmpty() && to.isEmpty());
    }
  }

  /**
   * The form for the rectangle of the map.
   *
   * @param extent rectangle, empty for any
   * @param hidden what else the address says
   */
  public record Place(String extent, List<Hidden> hidden) {
    public Place {
      hidden = List.copyOf(hidden);
    }
  }

  /** Path of the page before, empty on the first. */
  public String previous() {
    return query.page() > 1 ? query.onPage(query.page() - 1).path() : "";
  }

  /** Path of the page after, empty on the last. */
  public String next() {
    return query.page() < pages ? query.onPage(query.page() + 1).path() : "";
  }

  /** The form to ask for what was not found, with what the search says of it. */
  public String requestPath() {
    StringBuilder path = new StringBuilder("requests/new?q=");
    path.append(URLEncoder.encode(query.words(), StandardCharsets.UTF_8));
    for (Facet facet : List.of(Facet.SERVICE_FIELD, Facet.MUNICIPALITY)) {
      query.filters().getOrDefault(facet, Set.of()).stream()
          .sorted()
          .findFirst()
          .ifPresent(
              value ->
                  path.append('&')
                      .append(facet.parameter())
                      .append('=')
                      .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }
    return path.toString();
  }

  /** Number of the first hit shown, from 1. */
  public long from() {
    return (query.page() - 1L) * ListQuery.PAGE_SIZE + 1;
  }

  public long to() {
    return from() + found.size() - 1;
  }

  @Override
  public String template() {
    return "datasets.jte";
  }

  @Override
  public Graph description() {
    throw new IllegalStateException("the page of a list says nothing in RDF: " + query.path());
  }
}
