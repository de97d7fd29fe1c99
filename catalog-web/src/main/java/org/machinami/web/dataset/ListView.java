package org.machinami.web.dataset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.store.search.Snippet;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.Value;
import org.machinami.web.page.View;

/**
 * A page of the list of datasets.
 *
 * @param total number of hits
 * @param pages number of pages, at least 1
 * @param cut whether more was typed than was looked for
 * @param things of the city that have exactly the words as their name
 * @param correction where nothing was found: words that find something
 * @param looser where nothing was found: a search that asks for less
 * @param pageLinks first, last and those around the present one
 * @param hidden parameters that a new search keeps
 * @param timeAndPlace what the form for time and place has in it, and keeps
 */
public record ListView(
    Graph description,
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
    TimeAndPlace timeAndPlace)
    implements View {
  public ListView {
    Objects.requireNonNull(description, "description");
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
   */
  public record Found(
      DatasetCard card, Snippet title, Optional<Snippet> description, List<Text> things) {}

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
   */
  public record Group(String key, boolean open, List<Option> options, List<Option> more) {}

  /** A value that can be chosen, or taken back when it is. */
  public record Option(Text label, long count, String path, boolean chosen) {}

  /**
   * A page number.
   *
   * @param path empty for a gap
   */
  public record PageLink(int number, String path, boolean current) {}

  /** A hidden field of a form. */
  public record Hidden(String name, String value) {}

  /**
   * The form for time and place.
   *
   * @param from first day, empty for any
   * @param to last day, empty for any
   * @param extent rectangle, empty for any
   * @param hidden what else the address says
   */
  public record TimeAndPlace(String from, String to, String extent, List<Hidden> hidden) {
    /** Whether it says anything. */
    public boolean isChosen() {
      return !(from.isEmpty() && to.isEmpty() && extent.isEmpty());
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
  public String title(Messages messages) {
    return query.title(messages);
  }

  @Override
  public String section() {
    return "datasets";
  }

  @Override
  public List<Representation> representations() {
    return Representation.OF_LISTS;
  }
}
