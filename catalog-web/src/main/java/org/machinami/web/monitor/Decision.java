package org.machinami.web.monitor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;

/**
 * What a commit decided on one dataset.
 *
 * @param sequence of the commit
 * @param dataset its id; empty where it has none here
 * @param publisher id of the publisher, empty where none is known
 * @param sector id of the sector, empty where none is known
 * @param clauses numbers of the clauses that warned, refused or were overridden
 * @param reasonJa why it was overridden or stopped, in Japanese; empty for other kinds, and where
 *     nobody said why
 * @param reasonEn the same in English, or the same words where there is one reason only
 */
record Decision(
    long sequence,
    Instant time,
    Kind kind,
    String dataset,
    String publisher,
    String sector,
    List<String> clauses,
    String reasonJa,
    String reasonEn) {
  Decision {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(sector, "sector");
    clauses = List.copyOf(clauses);
    Objects.requireNonNull(reasonJa, "reasonJa");
    Objects.requireNonNull(reasonEn, "reasonEn");
  }

  /** The day, on the city's clock. */
  LocalDate day() {
    return time.atZone(Messages.CITY).toLocalDate();
  }

  /** The reason for a reader. */
  String reason(Language language) {
    return language == Language.JA ? reasonJa : reasonEn;
  }

  /** The dataset's name where it may be shown: one that was refused stays unnamed. */
  String shown() {
    return kind == Kind.REFUSED ? "" : dataset;
  }
}
