package org.machinami.store.state;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/**
 * The maps in one MVStore: {@code present}: graph to state; {@code history}: graph, NUL, sequence
 * number in 16 hexadecimal digits to state; {@code applied}: the last commit taken in. A state:
 * version (32 bytes), sequence (8), milliseconds (8), deleted (1).
 */
final class StateMaps {
  private static final String APPLIED = "applied";
  private static final int PAGE_BYTES = 4096; // small, because changes come in random places

  private final MVStore store;
  private final MVMap<String, byte[]> present;
  private final MVMap<String, byte[]> history;
  private final MVMap<String, byte[]> applied;

  StateMaps(Path file, int cacheMegabytes) {
    store =
        new MVStore.Builder()
            .fileName(file.toString())
            .cacheSize(cacheMegabytes)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .pageSplitSize(PAGE_BYTES)
            .compress()
            .open();
    store.setVersionsToKeep(0);
    present = open("present");
    history = open("history");
    applied = open("applied");
  }

  private MVMap<String, byte[]> open(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<String, byte[]>()
            .keyType(StringDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  MVStore store() {
    return store;
  }

  MVMap<String, byte[]> present() {
    return present;
  }

  MVMap<String, byte[]> history() {
    return history;
  }

  /** The last commit taken in; 0 when none. */
  long applied() {
    byte[] value = applied.get(APPLIED);
    return value == null ? 0 : ByteBuffer.wrap(value).getLong();
  }

  /** Hash of the last commit taken in; there must be one. */
  Hash appliedHash() {
    return Hash.read(ByteBuffer.wrap(applied.get(APPLIED)).position(8));
  }

  private record Change(GraphChange change, Commit commit) {}

  /**
   * Takes commits in, graph after graph: in the order of the keys, every page is touched once.
   * Taking the same ones in again changes nothing; {@code applied} comes last.
   *
   * @param commits in order
   * @param nowAndThen is called between changes
   */
  void apply(List<Commit> commits, Runnable nowAndThen) {
    List<Change> changes = new ArrayList<>();
    for (Commit commit : commits) {
      commit.changes().forEach(change -> changes.add(new Change(change, commit)));
    }
    changes.sort(
        Comparator.comparing(change -> change.change().graph())); // stable: commits stay in order
    for (int i = 0; i < changes.size(); i++) {
      apply(changes.get(i));
      if (i % 64 == 63) {
        nowAndThen.run();
      }
    }
    Commit last = commits.get(commits.size() - 1);
    ByteBuffer reached = ByteBuffer.allocate(8 + Hash.BYTES).putLong(last.sequence());
    last.hash().write(reached);
    applied.put(APPLIED, reached.array());
  }

  private void apply(Change next) {
    String graph = next.change().graph();
    Commit commit = next.commit();
    if (next.change().version().isPresent()) {
      byte[] state = encode(next.change().version().get(), commit, false);
      present.put(graph, state);
      history.put(key(graph, commit.sequence()), state);
      return;
    }
    byte[] before = present.remove(graph);
    if (before != null) {
      Hash last = Hash.read(ByteBuffer.wrap(before));
      history.put(key(graph, commit.sequence()), encode(last, commit, true));
    }
  }

  static String key(String graph, long sequence) {
    return graph + '\0' + HexFormat.of().toHexDigits(sequence);
  }

  static String graph(String key) {
    return key.substring(0, key.length() - 17);
  }

  private static byte[] encode(Hash version, Commit commit, boolean deleted) {
    ByteBuffer state = ByteBuffer.allocate(Hash.BYTES + 17);
    version.write(state);
    state.putLong(commit.sequence()).putLong(commit.time().toEpochMilli());
    return state.put((byte) (deleted ? 1 : 0)).array();
  }

  static GraphState decode(String graph, byte[] value) {
    ByteBuffer state = ByteBuffer.wrap(value);
    Hash version = Hash.read(state);
    long sequence = state.getLong();
    return new GraphState(
        graph, version, sequence, Instant.ofEpochMilli(state.getLong()), state.get() == 1);
  }
}
