package org.machinami.web.steward;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.machinami.shapes.quality.Answer;
import org.machinami.store.ledger.Hash;

/**
 * A dataset in preparation.
 *
 * @param id made by us
 * @param dataset id of the dataset
 * @param publisher id of the organisation that it belongs to
 * @param base the commit that the dataset had when the draft began, 0 for none
 * @param version of the last saving, from 1
 */
record Draft(
    String id,
    String dataset,
    String publisher,
    State state,
    long base,
    int version,
    Instant created,
    Instant changed) {
  Draft {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(state, "state");
  }

  /** Where it stands. */
  enum State {
    OPEN,
    SUBMITTED,
    PUBLISHED,
    DROPPED;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    String key() {
      return "steward.state." + id();
    }

    static State of(String id) {
      return valueOf(id.toUpperCase(java.util.Locale.ROOT));
    }
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  /**
   * One saving.
   *
   * @param account id of who saved
   * @param name of who saved
   * @param description N-Triples
   * @param mapping RML, empty for none
   */
  record Version(
      int number, String account, String name, Instant saved, String description, String mapping) {}

  /**
   * What a draft holds.
   *
   * @param description N-Triples
   * @param mapping RML, empty for none
   * @param answers to what no program can decide of the files
   */
  record Contents(
      String description, String mapping, Collection<Attached> files, List<Answer> answers) {
    Contents {
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(mapping, "mapping");
      files = List.copyOf(files);
      answers = List.copyOf(answers);
    }

    /** Of which nothing is answered yet. */
    Contents(String description, String mapping, Collection<Attached> files) {
      this(description, mapping, files, List.of());
    }
  }

  /** A file, by the hash of its bytes. */
  record Attached(String name, String sha256, long bytes) {}

  /** What tells files from all others: another when one has other bytes or another name. */
  static String hash(Collection<Attached> files) {
    String all =
        files.stream()
            .map(file -> file.sha256() + " " + file.name())
            .sorted()
            .collect(Collectors.joining("\n"));
    return Hash.of(all.getBytes(StandardCharsets.UTF_8)).hex();
  }

  /**
   * Something that was done.
   *
   * @param kind such as "submitted"
   * @param reason in the words of who did it, empty for none
   */
  record Step(String account, String name, Instant at, String kind, int version, String reason) {
    String key() {
      return "steward.step." + kind;
    }
  }
}
