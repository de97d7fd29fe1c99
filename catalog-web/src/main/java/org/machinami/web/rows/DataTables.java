package org.machinami.web.rows;

import org.machinami.store.graph.GraphVersions;
import org.machinami.web.rdf.Labels;

/**
 * The readers of tables of one store, which share what they keep. Thread-safe.
 *
 * @param versions where the rows come from
 */
public record DataTables(
    GraphVersions versions,
    ShapeReader shapes,
    Selector selector,
    Names names,
    TableViews views,
    Classes classes,
    Placings placings) {

  /**
   * The readers of what stands under a base.
   *
   * @param things names of what cells lead to
   */
  public static DataTables of(
      GraphVersions versions, ThingNames things, Labels labels, String base) {
    Names names = new Names(labels, base);
    Selector selector = new Selector(versions, names, base);
    return new DataTables(
        versions,
        new ShapeReader(versions, base),
        selector,
        names,
        new TableViews(names, things),
        new Classes(base),
        new Placings(selector, base));
  }
}
