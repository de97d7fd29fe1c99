package org.machinami.loader.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.machinami.loader.harvest.HarvestReport.Link;
import org.machinami.loader.harvest.HarvestReport.Note;
import org.machinami.loader.harvest.HarvestReport.RefusedDataset;
import org.machinami.loader.harvest.identity.Likeness;

/** What a harvest has to tell of single records; the first ones of each kind. Not thread-safe. */
final class RunNotes {
  /** How many of a kind are kept; all are counted. */
  static final int KEPT = 1000;

  private final List<RefusedDataset> refused = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Link> merged = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Integer> lost = new TreeMap<>();
  private int refusedCount;

  void refuse(RefusedDataset reason) {
    refusedCount++;
    if (refused.size() < KEPT) {
      refused.add(reason);
    }
  }

  /** A record is, or may be, a dataset that is here. */
  void link(String foreign, Likeness likeness) {
    Refusal how = Refusal.of(likeness.how().key());
    Link link =
        new Link(
            foreign,
            likeness.id(),
            new Note(how.ja(), how.en()),
            likeness.how().sureness(),
            likeness.how().isSure());
    if (links.size() < KEPT) {
      links.add(link);
    }
    if (link.merged()) {
      merged.add(link);
    }
  }

  void note(Refusal text) {
    if (notes.size() < KEPT) {
      notes.add(new Note(text.ja(), text.en()));
    }
  }

  /** A dataset would lose a property. */
  void lose(String property) {
    lost.merge(property, 1, Integer::sum);
  }

  List<RefusedDataset> refused() {
    return refused;
  }

  int refusedCount() {
    return refusedCount;
  }

  List<Link> links() {
    return links;
  }

  /** Those that are sure, all of them. */
  List<Link> merged() {
    return merged;
  }

  List<Note> notes() {
    return notes;
  }

  /** Properties, and how many datasets would lose them. */
  Map<String, Integer> lost() {
    return lost;
  }
}
