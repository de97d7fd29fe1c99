package org.machinami.loader;

import java.util.Optional;
import org.machinami.ontology.Iris;
import org.machinami.store.ledger.Commit;

/**
 * What a commit of this program does. The ledger keeps it as an activity and an English reason; who
 * shows a commit to people says it in their language, and keeps a reason that somebody gave.
 */
public enum OwnCommit {
  /** A dataset folder was loaded. */
  LOAD("load", "load dataset "),
  /** Descriptions of another catalogue were taken over. */
  HARVEST("harvest", "harvest of "),
  /** A dataset was not taken in. */
  REFUSE("refuse", "refusal of "),
  /** The vocabularies that the program brings were loaded. */
  VOCABULARIES("load-vocabularies", "bundled vocabularies");

  private final String activity;
  private final String reason;

  OwnCommit(String activity, String reason) {
    this.activity = activity;
    this.reason = reason;
  }

  public String activity() {
    return activity;
  }

  /**
   * The reason for the ledger.
   *
   * @param what the id of the dataset, the name of the source; empty for the vocabularies
   */
  public String reason(String what) {
    return reason + what;
  }

  /** What the commit does when its reason is the program's own; empty when somebody gave one. */
  public static Optional<OwnCommit> of(Commit commit) {
    for (OwnCommit own : values()) {
      if (own.activity.equals(commit.activity()) && own.wrote(commit.reason())) {
        return Optional.of(own);
      }
    }
    return Optional.empty();
  }

  private boolean wrote(String text) {
    if (!text.startsWith(reason)) {
      return false;
    }
    String what = text.substring(reason.length());
    return switch (this) {
      case LOAD -> Iris.isId(what);
      case HARVEST, REFUSE -> true;
      case VOCABULARIES -> what.isEmpty();
    };
  }
}
