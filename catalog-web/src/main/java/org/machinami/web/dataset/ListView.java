package org.machinami.web.dataset;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * A page of the list of datasets.
 *
 * @param total number of hits
 * @param pages number of pages, at least 1
 * @param pageLinks first, last and those around the present one
 * @param hidden parameters that a new search keeps
 */
public record ListView(
    Graph description,
    ListQuery query,
    long total,
    int pages,
    List<DatasetCard> cards,
    List<Group> groups,
    List<Option> chosen,
    List<Option> orders,
    List<PageLink> pageLinks,
    List<Hidden> hidden)
    implements View {
  public ListView {
    Objects.requireNonNull(description, "description");
    cards = List.copyOf(cards);
    groups = List.copyOf(groups);
    chosen = List.copyOf(chosen);
    orders = List.copyOf(orders);
    pageLinks = List.copyOf(pageLinks);
    hidden = List.copyOf(hidden);
  }

  /**
   * A facet and its values.
   *
   * @param key message key of its name
   * @param more the values that are shown on demand
   */
  public record Group(String key, List<Option> options, List<Option> more) {}

  /** A value that can be chosen, or taken back when it is. */
  public record Option(Text label, long count, String path, boolean chosen) {}

  /**
   * A page number.
   *
   * @param path empty for a gap
   */
  public record PageLink(int number, String path, boolean current) {}

  /** A hidden field of the search form. */
  public record Hidden(String name, String value) {}

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
    return from() + cards.size() - 1;
  }

  @Override
  public String template() {
    return "datasets.jte";
  }

  @Override
  public String title(Messages messages) {
    return query.words().isEmpty()
        ? messages.text("datasets.title")
        : messages.text("datasets.title-words", query.words());
  }

  @Override
  public String section() {
    return "datasets";
  }
}
