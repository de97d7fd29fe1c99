package org.machinami.web.rows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;

/**
 * Names the things that cells of whole columns lead to, before a pass over the rows needs them, so
 * that the data are asked for many at a time. Which things these are is read once for a version and
 * kept. Thread-safe.
 *
 * <p>Of columns with very many different things the first {@value #MOST_THINGS} as they are stored
 * are named; a pass calls the others by their address, as things that no data name.
 */
public final class CellNames {
  static final int MOST_THINGS = 20_000;

  private static final int MOST_KEPT_BYTES = 24_000_000;
  private static final int BYTES_OF_A_THING = 100;

  private final GraphVersions versions;
  private final Classes classes;
  private final Names names;
  private final Cache<Asked, Set<String>> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT_BYTES)
          .weigher((Asked asked, Set<String> things) -> (1 + things.size()) * BYTES_OF_A_THING)
          .build();

  private record Asked(Hash version, String type, List<String> properties) {}

  CellNames(GraphVersions versions, Classes classes, Names names) {
    this.versions = versions;
    this.classes = classes;
    this.names = names;
  }

  /** What the things are called that cells of some of the columns of a table lead to. */
  public Called of(Hash version, Shape.Table table, Collection<Column> columns, Language language) {
    Set<String> things = new LinkedHashSet<>();
    List<String> unlisted = new ArrayList<>();
    for (Column column : columns) {
      if (column.kind() == Kind.THING) {
        column.values().forEach(value -> things.add(value.substring(1, value.length() - 1)));
        if (column.values().isEmpty()) {
          unlisted.add(column.property());
        }
      }
    }
    if (!unlisted.isEmpty()) {
      Asked key = new Asked(version, table.type(), List.copyOf(unlisted));
      things.addAll(kept.get(key, asked -> read(version, table, asked.properties())));
    }
    return names.of(things, language);
  }

  /**
   * Part of the key of what was made of the names in some columns: it changes when these may have
   * changed.
   */
  public long state(Collection<Column> columns) {
    return columns.stream().anyMatch(column -> column.kind() == Kind.THING) ? names.state() : 0;
  }

  private Set<String> read(Hash version, Shape.Table table, List<String> properties) {
    List<byte[]> predicates = properties.stream().map(p -> Ascii.bytes(p + ">")).toList();
    Literals literals = new Literals();
    Set<ByteBuffer> met = new LinkedHashSet<>();
    Set<String> things = new LinkedHashSet<>();
    try (Blocks blocks = new Blocks(versions.lines(version), ShapeReader.MOST_LINES)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        if (!classes.isRow(block, table)) {
          continue;
        }
        for (int line = 0; line < block.lines(); line++) {
          int from = block.predicateEnd(line) + 2;
          int to = block.objectEnd(line);
          if (block.bytes()[from] == '<'
              && isOfOne(block, line, predicates)
              && !met.contains(ByteBuffer.wrap(block.bytes(), from, to - from))) {
            met.add(ByteBuffer.wrap(Arrays.copyOfRange(block.bytes(), from, to)));
            things.add(literals.object(block, line).getURI());
          }
        }
        if (things.size() >= MOST_THINGS) {
          break;
        }
      }
    }
    return Set.copyOf(things);
  }

  private static boolean isOfOne(Block block, int line, List<byte[]> predicates) {
    for (byte[] predicate : predicates) {
      if (RowWords.isOf(block, line, predicate)) {
        return true;
      }
    }
    return false;
  }
}
