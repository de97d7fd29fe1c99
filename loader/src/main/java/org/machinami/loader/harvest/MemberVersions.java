package org.machinami.loader.harvest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Members of an event stream that are versions of something else: what each is a version of, which
 * is the newest, and what is gone by its newest. Filled by one thread, then read by several.
 *
 * @see <a href="https://w3id.org/ldes/specification">Linked Data Event Streams, versionOfPath</a>
 */
final class MemberVersions {
  /** What is left for the next run, which may see none but the last page of the stream. */
  private static final String VERSION_OF = "stream.version-of";

  private static final String TIMESTAMP = "stream.timestamp";
  private static final String GONE = "stream.gone ";

  private static final String USUAL_VERSION_OF = "<" + Terms.DCTERMS + "isVersionOf>";

  private final Descriptions descriptions;
  private final List<Integer> members = new ArrayList<>();
  private final Set<String> versionOf = new TreeSet<>();
  private final Set<String> timestamps = new TreeSet<>();
  private final Map<String, Long> goneBefore = new HashMap<>();
  private final Map<Integer, Version> versions = new HashMap<>();
  private final Map<String, Integer> newest = new HashMap<>();
  private final Set<Integer> versioned = new HashSet<>();
  private boolean stream;

  MemberVersions(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  /**
   * A member.
   *
   * @param of IRI of what it is a version of
   * @param date when it was made, as a number that grows; {@link SourceDate#NEVER} where that is
   *     not told
   * @param tombstone whether it says that this is no more
   */
  private record Version(String of, long date, boolean tombstone) {}

  /** The statement may be about the stream. */
  void statement(Statement statement) {
    if (statement.predicateIs(Terms.STREAM_MEMBER)) {
      if (statement.bytes[statement.objectStart] != '"') {
        members.add(
            descriptions.number(statement.bytes, statement.objectStart, statement.objectEnd));
      }
    } else if (statement.predicateIs(Terms.VERSION_OF_PATH)) {
      versionOf.add(statement.object());
    } else if (statement.predicateIs(Terms.TIMESTAMP_PATH)) {
      timestamps.add(statement.object());
    }
  }

  /** What is read is an event stream; its members may be versions even if it does not say so. */
  void inStream() {
    stream = true;
  }

  /** What the run before has left. */
  void recall(Map<String, String> values) {
    values.forEach(
        (name, value) -> {
          if (name.equals(VERSION_OF)) {
            versionOf.addAll(List.of(value.split(" ")));
          } else if (name.equals(TIMESTAMP)) {
            timestamps.addAll(List.of(value.split(" ")));
          } else if (name.startsWith(GONE)) {
            goneBefore.put(name.substring(GONE.length()), Long.parseLong(value));
          }
        });
  }

  /** What the next run has to know. */
  Map<String, String> remembered() {
    Map<String, String> values = new HashMap<>();
    if (!versionOf.isEmpty()) {
      values.put(VERSION_OF, String.join(" ", versionOf));
    }
    if (!timestamps.isEmpty()) {
      values.put(TIMESTAMP, String.join(" ", timestamps));
    }
    gone()
        .forEach(
            (iri, date) -> {
              long latest = Math.max(date, goneBefore.getOrDefault(iri, SourceDate.NEVER));
              values.put(GONE + iri, Long.toString(latest));
            });
    return values;
  }

  /** To be called once, when the last statement is on disk. */
  void complete() {
    if (versionOf.isEmpty() && stream) {
      versionOf.add(USUAL_VERSION_OF);
    }
    if (versionOf.isEmpty()) {
      return;
    }
    for (int member : members) {
      if (!versions.containsKey(member)) {
        find(member).ifPresent(version -> add(member, version));
      }
    }
    newest.forEach(
        (iri, member) -> {
          if (isNewest(member, versions.get(member))) {
            byte[] term = StatementLine.term(iri);
            versioned.add(descriptions.number(term, 0, term.length));
          }
        });
  }

  private Optional<Version> find(int member) {
    String of = "";
    long date = SourceDate.NEVER;
    boolean tombstone = false;
    for (long at = descriptions.lastBlock(member); at >= 0; ) {
      Descriptions.Block block = descriptions.block(at);
      BlockLines lines = new BlockLines(block);
      while (lines.next()) {
        String predicate = lines.predicate();
        if (versionOf.contains(predicate)) {
          of = lines.object();
        }
        if (timestamps.contains(predicate)) {
          date = Math.max(date, SourceDate.of(lines.object()));
        }
        tombstone |= lines.predicateIs(Terms.TYPE) && lines.object().equals(Terms.TOMBSTONE);
      }
      at = block.previous();
    }
    return of.startsWith("<")
        ? Optional.of(new Version(of.substring(1, of.length() - 1), date, tombstone))
        : Optional.empty();
  }

  private void add(int member, Version version) {
    versions.put(member, version);
    Integer other = newest.get(version.of());
    if (other == null || version.date() >= versions.get(other).date()) {
      newest.put(version.of(), member);
    }
  }

  /** Members that are not to be believed say nothing of what is gone, either. */
  void leaveOut(IntPredicate member) {
    newest.values().removeIf(member::test);
  }

  /** IRI of what a subject is a version of; empty where it is none. */
  Optional<String> whole(int subject) {
    return Optional.ofNullable(versions.get(subject)).map(Version::of);
  }

  /** Numbers of what the newest versions are versions of. */
  Set<Integer> versioned() {
    return Collections.unmodifiableSet(versioned);
  }

  /** Whether a subject is a version, and not the one that counts. */
  boolean isPast(int subject) {
    Version version = versions.get(subject);
    return version != null && !isNewest(subject, version);
  }

  private boolean isNewest(int subject, Version version) {
    Integer last = newest.get(version.of());
    return last != null
        && last == subject
        && !version.tombstone()
        && (version.date() == SourceDate.NEVER
            || version.date() > goneBefore.getOrDefault(version.of(), SourceDate.NEVER));
  }

  /** When a version was made; {@link SourceDate#NEVER} where that is not told, and of others. */
  long date(int subject) {
    Version version = versions.get(subject);
    return version == null ? SourceDate.NEVER : version.date();
  }

  /** Versions that a newer one replaces. */
  long superseded() {
    return (long) versions.size() - newest.size();
  }

  /** IRIs of what is gone by its newest version, and when that was made. */
  Map<String, Long> gone() {
    Map<String, Long> gone = new HashMap<>();
    newest.forEach(
        (iri, member) -> {
          Version version = versions.get(member);
          if (version.tombstone()) {
            gone.put(iri, version.date());
          }
        });
    return gone;
  }

  /**
   * Whether a property says something of a version and nothing of what it is a version of. A date
   * of Dublin Core in the place of the timestamp stays: descriptions have it, too.
   */
  boolean isOfVersion(String property) {
    String term = "<" + property + ">";
    return versionOf.contains(term)
        || (timestamps.contains(term) && !property.startsWith(Terms.DCTERMS));
  }
}
