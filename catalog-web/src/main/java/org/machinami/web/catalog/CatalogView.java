package org.machinami.web.catalog;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * A page of the catalogue, with what else programs may ask for.
 *
 * @param previous path of the page before, empty for none
 * @param next path of the page that follows, empty for none
 * @param last path of the last page
 * @param changes whether it shows what changed, and not what is there
 * @param reached up to which commit nothing is missing
 */
public record CatalogView(
    Graph description,
    List<Line> lines,
    String previous,
    String next,
    String last,
    boolean changes,
    OptionalLong total,
    OptionalLong reached)
    implements View {
  public CatalogView {
    Objects.requireNonNull(description, "description");
    lines = List.copyOf(lines);
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(reached, "reached");
  }

  /**
   * A dataset.
   *
   * @param gone whether it is there no more
   */
  public record Line(String id, Text title, boolean gone) {}

  /**
   * An address for programs.
   *
   * @param shown how it is called: its path, without what only makes an example of it
   * @param key of the message that says what it is
   */
  public record Door(String path, String shown, String key) {}

  /** What there is for programs. */
  public List<Door> doors() {
    return List.of(
        new Door("catalog.ttl", "/catalog", "catalog.door.dcat"),
        new Door("catalog.ttl?since=0", "/catalog?since=", "catalog.door.since"),
        new Door("catalog/ldes", "/catalog/ldes", "catalog.door.ldes"),
        new Door("api/3/action/package_search?q=", "/api/3/action/…", "catalog.door.ckan"),
        new Door("data.json", "/data.json", "catalog.door.data-json"),
        new Door("ledger", "/ledger", "catalog.door.ledger"),
        new Door(".well-known/void", "/.well-known/void", "catalog.door.void"),
        new Door("openapi.json", "/openapi.json", "catalog.door.openapi"));
  }

  @Override
  public String template() {
    return "catalog.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("catalog.title");
  }

  @Override
  public String section() {
    return "catalog";
  }
}
