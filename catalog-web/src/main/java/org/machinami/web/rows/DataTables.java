package org.machinami.web.rows;

import org.machinami.store.graph.GraphVersions;
import org.machinami.store.search.SearchIndex;
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
    CellNames cellNames,
    TableViews views,
    Classes classes,
    Placings placings) {

  /**
   * The readers of what stands under a base.
   *
   * @param search knows what data call the things that cells lead to
   */
  public static DataTables of(
      GraphVersions versions, SearchIndex search, Labels labels, String base) {
    Names names = new Names(labels, search, base);
    Classes classes = new Classes(base);
    CellNames cellNames = new CellNames(versions, classes, names);
    Selector selector = new Selector(versions, classes, cellNames);
    return new DataTables(
        versions,
        new ShapeReader(versions, base),
        selector,
        names,
        cellNames,
        new TableViews(names),
        classes,
        new Placings(selector, base));
  }
}
