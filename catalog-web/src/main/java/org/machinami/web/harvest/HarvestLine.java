package org.machinami.web.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.machinami.loader.harvest.HarvestReport;
import org.machinami.loader.harvest.HarvestReport.Note;

/**
 * What a run has to tell of one record.
 *
 * @param record its name at the source, a field, a property; empty where it is of the whole
 * @param clauses of the policy that it breaks, with commas between them; may be empty
 */
public record HarvestLine(Kind kind, String record, String clauses, Note said) {
  private static final int LONGEST_RECORD = 4_000;
  private static final int LONGEST_TEXT = 8_000;

  /** What it is about. */
  public enum Kind {
    REFUSED,
    LINKED,
    PERHAPS,
    GONE,
    LOST,
    NOT_MAPPED,
    NOTE;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** The key of what people read. */
    public String key() {
      return "harvest.line." + id();
    }
  }

  public HarvestLine {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(clauses, "clauses");
    record = cut(record, LONGEST_RECORD);
    said = new Note(cut(said.ja(), LONGEST_TEXT), cut(said.en(), LONGEST_TEXT));
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most - 1) + "…" : text;
  }

  /** All that a report tells of single records. */
  static List<HarvestLine> of(HarvestReport report) {
    List<HarvestLine> lines = new ArrayList<>();
    report
        .refused()
        .forEach(
            record ->
                lines.add(
                    new HarvestLine(
                        Kind.REFUSED,
                        record.iri(),
                        String.join(", ", record.clauses()),
                        new Note(record.reasonJa(), record.reasonEn()))));
    report
        .links()
        .forEach(
            link ->
                lines.add(
                    new HarvestLine(
                        link.merged() ? Kind.LINKED : Kind.PERHAPS,
                        link.foreign(),
                        "",
                        new Note(
                            link.dataset() + ": " + link.how().ja() + " (" + link.sureness() + ")",
                            link.dataset()
                                + ": "
                                + link.how().en()
                                + " ("
                                + link.sureness()
                                + ")"))));
    report.goneDatasets().forEach(id -> lines.add(plain(Kind.GONE, id, "")));
    report.lost().forEach((property, count) -> lines.add(plain(Kind.LOST, property, "" + count)));
    report
        .notMapped()
        .forEach((field, count) -> lines.add(plain(Kind.NOT_MAPPED, field, "" + count)));
    report.notes().forEach(note -> lines.add(new HarvestLine(Kind.NOTE, "", "", note)));
    return lines;
  }

  private static HarvestLine plain(Kind kind, String record, String said) {
    return new HarvestLine(kind, record, "", new Note(said, said));
  }
}
