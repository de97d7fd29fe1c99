package org.machinami.web.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.locationtech.jts.geom.Envelope;
import org.machinami.ontology.MeshCode;
import org.machinami.store.ledger.Hash;
import org.machinami.web.rows.Block;
import org.machinami.web.rows.Blocks;
import org.machinami.web.rows.Column;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Geometries;
import org.machinami.web.rows.Kind;
import org.machinami.web.rows.Placing;
import org.machinami.web.rows.RowCells;
import org.machinami.web.rows.Shape;
import org.machinami.web.thing.Wkt;

/**
 * Finds where the rows of a table lie, in one pass over the lines of the version. A version never
 * changes, so what was found is kept. Thread-safe.
 */
final class Grounds {
  /** What is read at most: some seconds. */
  static final long MOST_LINES = 10_000_000;

  private static final int MOST_CELLS = 200_000;
  private static final int MOST_COLUMNS = 8;
  private static final long MOST_KEPT_BYTES = 48_000_000;

  private final DataTables tables;
  private final Cache<Asked, Ground> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT_BYTES)
          .weigher((Asked asked, Ground ground) -> ground.bytes() + 200)
          .build();

  private record Asked(Hash version, String type) {}

  Grounds(DataTables tables) {
    this.tables = tables;
  }

  /** The ground of a table; read at most once for requests that come together. */
  Ground of(Hash version, Shape.Table table) {
    return kept.get(
        new Asked(version, table.type()),
        asked ->
            tables.placings().of(version, table) instanceof Placing.ByCell byCell
                ? cells(version, table, byCell.column())
                : things(version, table));
  }

  private Ground things(Hash version, Shape.Table table) {
    Boxes.Builder boxes = new Boxes.Builder();
    Ints lines = new Ints();
    Ints geometryLines = new Ints();
    Ints firstGeometry = new Ints();
    firstGeometry.add(0);
    long unplaced = 0;
    Geometries met = new Geometries(Integer.MAX_VALUE);
    try (Blocks blocks = new Blocks(tables.versions().lines(version), MOST_LINES)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        if (!tables.classes().isRow(block, table)) {
          met.add(block, blocks.line());
          continue;
        }
        Envelope around = new Envelope();
        for (Geometries.Met one : met.take(block)) {
          Wkt.parse(one.text())
              .ifPresent(
                  geometry -> {
                    around.expandToInclude(geometry.getEnvelopeInternal());
                    geometryLines.add((int) one.line());
                  });
        }
        if (around.isNull()) {
          unplaced++;
        } else {
          boxes.add(around.getMinX(), around.getMinY(), around.getMaxX(), around.getMaxY());
          lines.add((int) blocks.line());
          firstGeometry.add(geometryLines.size());
        }
      }
    }
    return new Ground.Things(boxes.build(), unplaced, lines, geometryLines, firstGeometry);
  }

  private Ground cells(Hash version, Shape.Table table, Column cellColumn) {
    List<Column> columns =
        table.columns().stream()
            .filter(c -> c.kind() == Kind.NUMBER && !c.equals(cellColumn) && !table.isConstant(c))
            .limit(MOST_COLUMNS)
            .toList();
    RowCells values = new RowCells();
    Map<Node, Ground.Cell> cells = new LinkedHashMap<>();
    long unplaced = 0;
    try (Blocks blocks = new Blocks(tables.versions().lines(version), MOST_LINES)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        if (!tables.classes().isRow(block, table)) {
          continue;
        }
        Optional<Ground.Cell> cell =
            cell(values.objects(block, cellColumn), cellColumn, cells, columns);
        if (cell.isEmpty()) {
          unplaced++;
          continue;
        }
        cell.get().addRow();
        for (int i = 0; i < columns.size(); i++) {
          cell.get().add(i, values.number(block, columns.get(i)));
        }
      }
    }
    Boxes.Builder boxes = new Boxes.Builder();
    for (Ground.Cell cell : cells.values()) {
      double[] edges = cell.code().edges();
      boxes.add(edges[0], edges[1], edges[2], edges[3]);
    }
    return new Ground.Cells(boxes.build(), unplaced, columns, new ArrayList<>(cells.values()));
  }

  private Optional<Ground.Cell> cell(
      List<Node> values, Column column, Map<Node, Ground.Cell> cells, List<Column> columns) {
    for (Node value : values) {
      Ground.Cell known = cells.get(value);
      if (known != null) {
        return Optional.of(known);
      }
      Optional<MeshCode> code = tables.placings().cell(column, value);
      if (code.isPresent() && cells.size() < MOST_CELLS) {
        Ground.Cell cell = new Ground.Cell(code.get(), columns.size());
        cells.put(value, cell);
        return Optional.of(cell);
      }
    }
    return Optional.empty();
  }
}
