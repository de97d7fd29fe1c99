package org.machinami.web.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was decided on a version of a dataset. */
enum Kind {
  ADMITTED("admitted", "monitor.kind.admitted"),
  WARNED("warned", "monitor.kind.warned"),
  REFUSED("refused", "monitor.kind.refused"),
  OVERRIDDEN("overridden", "monitor.kind.overridden"),
  /** The publication was stopped, and can be resumed. */
  STOPPED("stopped", "monitor.kind.stopped"),
  /** The dataset is here no more: withdrawn, or gone at its source. */
  WITHDRAWN("withdrawn", "monitor.kind.withdrawn");

  static final List<Kind> ALL = List.of(values());

  private final String id;
  private final String key;

  Kind(String id, String key) {
    this.id = id;
    this.key = key;
  }

  /** Its name in addresses and exports. */
  String id() {
    return id;
  }

  /** The message that names it. */
  String key() {
    return key;
  }

  /** Whether it ends what was let in, rather than judging it. */
  boolean ends() {
    return this == STOPPED || this == WITHDRAWN;
  }

  static Optional<Kind> find(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
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
