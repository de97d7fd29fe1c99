package org.machinami.web.dataset;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.OwnCommit;
import org.machinami.loader.decision.Stop;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.web.language.Text;

/** What a commit did to one dataset, and why. */
final class Causes {
  private static final Set<Character.UnicodeScript> KANA =
      EnumSet.of(Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA);

  private final String metadata;
  private final String data;
  private final String verdict;
  private final String files;

  Causes(String base, String id) {
    NamedGraphs graphs = new NamedGraphs(base);
    this.metadata = graphs.metadata(id);
    this.data = graphs.data(id);
    this.verdict = graphs.verdict(id);
    this.files = new Iris(base).dataset(id) + "/files/";
  }

  /**
   * What was done.
   *
   * @param first whether the dataset was not here before
   */
  VersionEntry.Cause cause(Commit commit, boolean first) {
    boolean deleted =
        commit.changes().stream()
            .anyMatch(c -> c.graph().equals(metadata) && c.version().isEmpty());
    Optional<OwnCommit> own = OwnCommit.of(commit);
    if (own.equals(Optional.of(OwnCommit.LOAD))) {
      return first ? VersionEntry.Cause.LOADED_FIRST : VersionEntry.Cause.LOADED;
    } else if (own.equals(Optional.of(OwnCommit.HARVEST))) {
      return deleted
          ? VersionEntry.Cause.GONE_AT_SOURCE
          : first ? VersionEntry.Cause.HARVESTED_FIRST : VersionEntry.Cause.HARVESTED;
    }
    return switch (commit.activity()) {
      case Stop.STOP -> VersionEntry.Cause.STOPPED;
      case Stop.RESUME -> VersionEntry.Cause.RESUMED;
      case DatasetReader.WITHDRAW -> VersionEntry.Cause.WITHDRAWN;
      default -> deleted ? VersionEntry.Cause.DELETED : VersionEntry.Cause.CHANGED;
    };
  }

  /** The reason that somebody gave. */
  static Optional<Text> reason(Commit commit) {
    return commit.reason().isBlank() || OwnCommit.of(commit).isPresent()
        ? Optional.empty()
        : Optional.of(new Text(commit.reason(), language(commit.reason())));
  }

  /** The ledger does not say the language; kana are Japanese, all else is anybody's guess. */
  private static String language(String text) {
    return text.codePoints().mapToObj(Character.UnicodeScript::of).anyMatch(KANA::contains)
        ? "ja"
        : "und";
  }

  /** What of the dataset the commit changed. */
  List<VersionEntry.Part> parts(Commit commit) {
    Set<VersionEntry.Part> parts = EnumSet.noneOf(VersionEntry.Part.class);
    for (GraphChange change : commit.changes()) {
      String name = change.graph();
      if (name.equals(data)) {
        parts.add(VersionEntry.Part.DATA);
      } else if (name.equals(metadata)) {
        parts.add(VersionEntry.Part.DESCRIPTION);
      } else if (name.startsWith(files)) {
        parts.add(VersionEntry.Part.FILES);
      } else if (name.equals(verdict)) {
        parts.add(VersionEntry.Part.VERDICT);
      }
    }
    return List.copyOf(parts);
  }
}
