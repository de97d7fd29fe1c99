package org.machinami.loader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.loader.source.SourceFinding;

/** Counts rows by what became of them, and keeps the first bad ones. Not thread-safe. */
final class RowCounts {

  /** How many bad rows are listed; all are counted. */
  static final int LISTED = 1_000;

  private long mapped;
  private long skipped;
  private long bad;
  private long triples;
  private final Map<String, List<Long>> badRows = new HashMap<>();
  private int badKnown;
  private OptionalLong refreshed = OptionalLong.empty();
  private final List<Refused> listed = new ArrayList<>();
  private final List<SourceFinding> findings = new ArrayList<>();

  /** Whether another bad row would be listed. */
  boolean lists() {
    return listed.size() < LISTED;
  }

  void count(Mapping mapping) {
    if (mapping instanceof Mapped one) {
      mapped++;
      triples += one.triples();
    } else if (mapping instanceof Refused refused) {
      bad++;
      if (badKnown < MappedTables.MOST_BAD) {
        badKnown++;
        badRows
            .computeIfAbsent(refused.at().file(), file -> new ArrayList<>())
            .add(refused.at().row());
      }
      if (listed.size() < LISTED) {
        listed.add(refused);
      }
    } else {
      skipped++;
    }
  }

  /**
   * Takes over the counts of a load that mapped only the rows that changed.
   *
   * @param before what was counted then
   * @param removed rows that are no longer there, all bad ones among them
   * @param added rows that were not there, bad ones that stayed among them
   */
  void refresh(MappedTables before, RowCounts removed, RowCounts added) {
    mapped = before.mapped() - removed.mapped + added.mapped;
    skipped = before.skipped() - removed.skipped + added.skipped;
    bad = added.bad;
    listed.addAll(added.listed);
    badRows.putAll(added.badRows);
    badKnown = added.badKnown;
    findings.addAll(added.findings);
    refreshed = OptionalLong.of(added.mapped + added.skipped + added.bad);
  }

  /** How many rows were mapped, if only those that had changed were. */
  OptionalLong refreshed() {
    return refreshed;
  }

  /** The numbers of the bad rows of a file, in order; empty where there are too many to be kept. */
  Optional<List<Long>> badRows(String file) {
    return badKnown < bad
        ? Optional.empty()
        : Optional.of(List.copyOf(badRows.getOrDefault(file, List.of())));
  }

  void found(SourceFinding finding) {
    findings.add(finding);
  }

  long mapped() {
    return mapped;
  }

  long skipped() {
    return skipped;
  }

  long bad() {
    return bad;
  }

  /** Triples made, repetitions counted. */
  long triples() {
    return triples;
  }

  List<Refused> listed() {
    return listed;
  }

  List<SourceFinding> findings() {
    return findings;
  }

  /** Share of the rows that were to be mapped and could not be. */
  double badShare() {
    return bad == 0 ? 0 : (double) bad / (bad + mapped);
  }
}
