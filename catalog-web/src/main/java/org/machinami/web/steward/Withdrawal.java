package org.machinami.web.steward;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * That somebody asks to withdraw a dataset, and what became of it.
 *
 * @param account id of who asks
 * @param name of who asks
 * @param decidedName of who has decided, empty while it waits
 * @param decidedReason in their words
 */
public record Withdrawal(
    String id,
    String dataset,
    String publisher,
    State state,
    String reasonJa,
    String reasonEn,
    String account,
    String name,
    Instant asked,
    String decidedName,
    String decidedReason,
    Instant decided) {
  public Withdrawal {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(asked, "asked");
  }

  /** Where it stands. */
  public enum State {
    WAITING,
    DONE,
    DECLINED;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  /** For the ledger: in both languages. */
  String reason() {
    return reasonJa + " / " + reasonEn;
  }
}
