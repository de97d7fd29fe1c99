package org.machinami.store.state;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
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

  /** Takes a commit in; taking the same one in again changes nothing. */
  void apply(Commit commit) {
    for (GraphChange change : commit.changes()) {
      byte[] before = present.get(change.graph());
      if (change.version().isPresent()) {
        byte[] state = encode(change.version().get(), commit, false);
        present.put(change.graph(), state);
        history.put(key(change.graph(), commit.sequence()), state);
      } else if (before != null) {
        present.remove(change.graph());
        Hash last = Hash.read(ByteBuffer.wrap(before));
        history.put(key(change.graph(), commit.sequence()), encode(last, commit, true));
      }
    }
    ByteBuffer reached = ByteBuffer.allocate(8 + Hash.BYTES).putLong(commit.sequence());
    commit.hash().write(reached);
    applied.put(APPLIED, reached.array());
  }

  static String key(String graph, long sequence) {
    return String.format("%s\0%016x", graph, sequence);
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
