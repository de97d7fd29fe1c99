package org.machinami.loader;

import java.util.ArrayList;
import java.util.List;
import org.machinami.loader.source.SourceFinding;

/** Counts rows by what became of them, and keeps the first bad ones. Not thread-safe. */
final class RowCounts {

  /** How many bad rows are listed; all are counted. */
  static final int LISTED = 1_000;

  private long mapped;
  private long skipped;
  private long bad;
  private long triples;
  private final List<Refused> listed = new ArrayList<>();
  private final List<SourceFinding> findings = new ArrayList<>();

  void count(Mapping mapping) {
    if (mapping instanceof Mapped one) {
      mapped++;
      triples += one.triples();
    } else if (mapping instanceof Refused refused) {
      bad++;
      if (listed.size() < LISTED) {
        listed.add(refused);
      }
    } else {
      skipped++;
    }
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
