package org.machinami.web.monitor;

import java.util.List;
import org.machinami.web.language.Coded;

/** What was decided on a version of a dataset. */
enum Kind implements Coded {
  ADMITTED("monitor.kind.admitted"),
  WARNED("monitor.kind.warned"),
  REFUSED("monitor.kind.refused"),
  OVERRIDDEN("monitor.kind.overridden"),
  /** The publication was stopped, and can be resumed. */
  STOPPED("monitor.kind.stopped"),
  /** The dataset is here no more: withdrawn, or gone at its source. */
  WITHDRAWN("monitor.kind.withdrawn");

  static final List<Kind> ALL = List.of(values());

  /** Those that are counted by clause. */
  static final List<Kind> UNDER_CLAUSES = ALL.stream().filter(Kind::restsOnClauses).toList();

  private final String key;

  Kind(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  /**
   * Whether clauses are its reason: an admission without findings has none, and a withdrawal is its
   * publisher's own.
   */
  boolean restsOnClauses() {
    return this != ADMITTED && this != WITHDRAWN;
  }

  /** Whether it ends what was let in, rather than judging it. */
  boolean ends() {
    return this == STOPPED || this == WITHDRAWN;
  }

  /** What a verdict's outcome means for the version that it lets in. */
  static Kind ofOutcome(String outcome) {
    return switch (outcome) {
      case "admitted" -> ADMITTED;
      case "refused" -> REFUSED;
      case "overridden" -> OVERRIDDEN;
      default -> WARNED;
    };
  }
}
