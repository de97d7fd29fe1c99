package org.machinami.web.rows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.ledger.Hash;
import org.machinami.web.rdf.Labels;

/**
 * Finds out which tables a version holds, in one pass over its lines. A version never changes, so
 * what was found is kept. Thread-safe.
 */
public final class ShapeReader {
  /** What is read at most: some seconds. */
  static final long MOST_LINES = 10_000_000;

  private static final int MOST_TABLES = 50;
  private static final int MOST_KEPT = 2_000;

  private static final long QUICK_LINES = 300_000;
  private static final long HEAD_LINES = 20_000;
  private static final long MOST_MILLISECONDS = 250;

  private final GraphVersions versions;
  private final Classes classes;
  private final Cache<Hash, Shape> kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
  private final Map<Hash, CompletableFuture<Shape>> beside = new ConcurrentHashMap<>();
  private final Executor reader =
      Executors.newSingleThreadExecutor(
          run -> {
            Thread thread = new Thread(run, "shape-reader");
            thread.setDaemon(true);
            return thread;
          });

  public ShapeReader(GraphVersions versions, String base) {
    this.versions = versions;
    this.classes = new Classes(base);
  }

  /** The shape of the whole version; read at most once for requests that come together. */
  public Shape read(Hash version) {
    return kept.get(version, v -> read(v, MOST_LINES));
  }

  /**
   * The shape of the whole version if it is known or found within a moment, else that of its first
   * lines, which is not whole. The whole one is then found beside, for who asks next.
   */
  public Shape soon(Hash version) {
    Shape known = kept.getIfPresent(version);
    if (known != null || versions.triples(version) <= QUICK_LINES) {
      return read(version);
    }
    CompletableFuture<Shape> reading =
        beside.computeIfAbsent(
            version,
            v -> {
              CompletableFuture<Shape> future = new CompletableFuture<>();
              reader.execute(
                  () -> {
                    try {
                      future.complete(read(v));
                    } catch (RuntimeException e) {
                      future.completeExceptionally(e); // who asks for the whole will meet it
                    } finally {
                      beside.remove(v);
                    }
                  });
              return future;
            });
    try {
      return reading.get(MOST_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return head(version, HEAD_LINES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return head(version, HEAD_LINES);
    }
  }

  /** The shape of its first lines. */
  public Shape head(Hash version, long lines) {
    return read(version, lines);
  }

  private Shape read(Hash version, long mostLines) {
    Map<String, TableTally> tallies = new LinkedHashMap<>();
    long lines = 0;
    boolean whole;
    try (Blocks blocks = new Blocks(versions.lines(version), mostLines)) {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        lines += block.lines();
        Optional<String> type = classes.of(block);
        if (type.isPresent()) {
          TableTally tally = tallies.get(type.get());
          if (tally == null && tallies.size() < MOST_TABLES) {
            tally = new TableTally();
            tallies.put(type.get(), tally);
          }
          if (tally != null) {
            tally.add(block);
          }
        }
      }
      whole = blocks.isWhole();
    }
    Set<String> keys = new HashSet<>();
    List<Shape.Table> tables = new ArrayList<>();
    tallies.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, TableTally> e) -> -e.getValue().rows())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e ->
                tables.add(
                    new Shape.Table(
                        e.getKey(),
                        key(e.getKey(), keys),
                        e.getValue().rows(),
                        e.getValue().columns())));
    return new Shape(tables, lines, whole);
  }

  /** The end of the IRI in letters that need no escape, and a number where that is taken. */
  static String key(String iri, Set<String> taken) {
    String name = iri.isEmpty() ? "untyped" : Labels.localName(iri);
    String plain = name.replaceAll("[^\\p{L}\\p{N}_-]", "_");
    String key = plain;
    for (int i = 2; !taken.add(key); i++) {
      key = plain + "-" + i;
    }
    return key;
  }
}
