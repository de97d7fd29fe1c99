package org.machinami.loader.harvest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.machinami.loader.harvest.SourceMemory.Fate;
import org.machinami.loader.harvest.SourceMemory.Known;
import org.machinami.store.Store;

/**
 * The records of a source as the last harvest read them, by the ids of the datasets that they
 * became. Only what comes in records of JSON is kept: CKAN. Immutable.
 */
public final class HarvestedRecords {
  private final Optional<Path> file;
  private final Map<String, Entry> entries;

  private HarvestedRecords(Optional<Path> file, Map<String, Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /**
   * A record that was taken.
   *
   * @param id of the dataset here
   * @param foreign its IRI at the source
   */
  public record Entry(String id, String foreign, String digest) {
    public Entry {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(foreign, "foreign");
      Objects.requireNonNull(digest, "digest");
    }
  }

  /** No records. */
  public static HarvestedRecords none() {
    return new HarvestedRecords(Optional.empty(), Map.of());
  }

  /** Those of a source; none where nothing is known of it. */
  public static HarvestedRecords of(Store store, String source) {
    SourceFolder folder = new SourceFolder(store.directory().path(), source);
    if (!Files.exists(folder.records())) {
      return none();
    }
    Map<String, Entry> entries = new TreeMap<>();
    for (Map.Entry<String, Known> record :
        SourceMemory.read(folder.memory()).records().entrySet()) {
      Known known = record.getValue();
      if (known.fate() == Fate.TAKEN && !known.digest().isEmpty()) {
        entries.put(known.id(), new Entry(known.id(), record.getKey(), known.digest()));
      }
    }
    return new HarvestedRecords(Optional.of(folder.records()), entries);
  }

  /** All, in the order of their ids. */
  public List<Entry> all() {
    return entries.values().stream().sorted(Comparator.comparing(Entry::id)).toList();
  }

  public Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /**
   * Records as JSON, by the ids of their datasets. One is missing that was too large to be kept, or
   * that the next harvest reads anew.
   */
  public Map<String, String> texts(Collection<Entry> some) {
    Set<String> digests = some.stream().map(Entry::digest).collect(Collectors.toSet());
    Map<String, String> byDigest =
        file.map(records -> SourceRecords.find(records, digests)).orElse(Map.of());
    Map<String, String> texts = new TreeMap<>();
    for (Entry entry : some) {
      String text = byDigest.get(entry.digest());
      if (text != null) {
        texts.put(entry.id(), text);
      }
    }
    return texts;
  }
}
