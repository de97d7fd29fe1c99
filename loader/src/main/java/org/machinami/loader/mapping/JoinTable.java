package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Subjects of a parent triples map by the values they are joined on; in memory, and so bounded. Not
 * thread-safe.
 */
final class JoinTable {

  private static final long MOST_BYTES = 128L << 20;
  private static final int ENTRY_BYTES = 120;

  private final String parent;
  private final Map<String, List<byte[]>> subjects = new HashMap<>();
  private long bytes;

  JoinTable(String parent) {
    this.parent = parent;
  }

  void add(String key, byte[] subject) {
    bytes += ENTRY_BYTES + 2L * key.length() + subject.length;
    if (bytes > MOST_BYTES) {
      throw new LoadException(Fault.FOLDER, "mapping.join-too-large", parent, MOST_BYTES >> 20);
    }
    subjects.computeIfAbsent(key, k -> new ArrayList<>(1)).add(subject);
  }

  List<byte[]> find(String key) {
    return subjects.getOrDefault(key, List.of());
  }
}
