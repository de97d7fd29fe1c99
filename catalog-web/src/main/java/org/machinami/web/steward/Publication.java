package org.machinami.web.steward;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.machinami.loader.DatasetFolder;
import org.machinami.shapes.quality.Answer;
import org.machinami.store.ledger.Hash;

/**
 * What is published of a dataset, as its publisher would send it in again.
 *
 * @param sequence of the commit that the description is from
 * @param harvested whether it was taken over from another catalogue
 * @param description without what the gate has added
 * @param mapping the only one that there is, empty where there is none or are several
 * @param files settings of the folder that it came in are among them, and mappings where there are
 *     several
 * @param answers to what no program can decide of the files
 */
record Publication(
    long sequence,
    boolean harvested,
    Graph description,
    String mapping,
    List<Kept> files,
    List<Answer> answers) {
  private static final String LINKED_DATA = "data.";

  Publication {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(mapping, "mapping");
    files = List.copyOf(files);
    answers = List.copyOf(answers);
  }

  /**
   * A file.
   *
   * @param version in the store
   * @param attached as it would be one of a draft
   */
  record Kept(Hash version, Draft.Attached attached) {}

  /** The files as those of a draft, by name. */
  Map<String, Draft.Attached> attached() {
    Map<String, Draft.Attached> attached = new LinkedHashMap<>();
    files.forEach(file -> attached.put(file.attached().name(), file.attached()));
    return attached;
  }

  /** The version in the store of a file that has the same name and bytes. */
  Optional<Hash> find(Draft.Attached file) {
    return files.stream()
        .filter(kept -> kept.attached().equals(file))
        .map(Kept::version)
        .findFirst();
  }

  /** What becomes of the files when others take their place. */
  List<DraftView.FileChange> changes(List<Draft.Attached> others) {
    Map<String, Draft.Attached> before = attached();
    Map<String, DraftView.FileChange> changes = new TreeMap<>();
    before
        .keySet()
        .forEach(name -> changes.put(name, new DraftView.FileChange("steward.file-gone", name)));
    for (Draft.Attached other : others) {
      String name = other.name();
      if (other.equals(before.get(name))) {
        changes.remove(name);
      } else {
        String key = before.containsKey(name) ? "steward.file-other" : "steward.file-new";
        changes.put(name, new DraftView.FileChange(key, name));
      }
    }
    return List.copyOf(changes.values());
  }

  /** Of all files. */
  long bytes() {
    return files.stream().mapToLong(file -> file.attached().bytes()).sum();
  }

  /** Whether it is known how the data are made of the files. */
  boolean isWhole() {
    return !mapping.isEmpty()
        || attached().keySet().stream()
            .anyMatch(name -> name.startsWith(LINKED_DATA) || name.endsWith(DatasetFolder.MAPPING));
  }
}
