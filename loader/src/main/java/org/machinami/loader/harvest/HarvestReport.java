package org.machinami.loader.harvest;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.machinami.loader.LoadException;
import org.machinami.shapes.Verdict;

/**
 * What a harvest found and did.
 *
 * @param source name of the source
 * @param statements read from the source
 * @param datasets found in what was read
 * @param admitted without a remark
 * @param admittedWithWarnings with remarks
 * @param verdict on the description of the source itself
 * @param refused not taken, each with its reason; at most the first thousand
 * @param refusedCount all of them
 * @param added datasets that were not there before
 * @param changed datasets whose description or verdict changed
 * @param unchanged datasets that are as they were
 * @param deleted datasets that the source no longer has
 * @param triples in the metadata graphs of the datasets taken
 * @param superseded members of an event stream that a newer one replaces
 * @param unreached what belongs to no dataset, by class IRI
 * @param refusedLines lines that could not be read; at most the first thousand
 * @param refusedLineCount all of them
 * @param links datasets that are here already, from elsewhere; at most the first thousand
 * @param notMapped fields and properties that have no place in the profile, and how often there
 *     were any; at most the first ten thousand
 * @param lost properties that datasets had and have no longer, and how many datasets
 * @param goneDatasets ids of those that the source no longer has; at most the first thousand
 * @param notes what else was met
 * @param whole whether all of the source was told, or only what has changed
 * @param commits written to the ledger
 * @param sequence of the last commit
 * @param stopped why nothing (more) was committed; empty when the harvest went through
 * @param reading seconds for reading the source
 * @param seconds in all
 */
public record HarvestReport(
    String source,
    long statements,
    int datasets,
    int admitted,
    int admittedWithWarnings,
    Verdict verdict,
    List<RefusedDataset> refused,
    int refusedCount,
    int added,
    int changed,
    int unchanged,
    int deleted,
    long triples,
    long superseded,
    Map<String, Unreached> unreached,
    List<RefusedLine> refusedLines,
    long refusedLineCount,
    List<Link> links,
    Map<String, Long> notMapped,
    Map<String, Integer> lost,
    List<String> goneDatasets,
    List<Note> notes,
    boolean whole,
    int commits,
    OptionalLong sequence,
    Optional<LoadException> stopped,
    double reading,
    double seconds) {

  public HarvestReport {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(sequence, "sequence");
    Objects.requireNonNull(stopped, "stopped");
    refused = List.copyOf(refused);
    refusedLines = List.copyOf(refusedLines);
    links = List.copyOf(links);
    goneDatasets = List.copyOf(goneDatasets);
    notes = List.copyOf(notes);
    unreached = Collections.unmodifiableMap(new TreeMap<>(unreached));
    notMapped = Collections.unmodifiableMap(new TreeMap<>(notMapped));
    lost = Collections.unmodifiableMap(new TreeMap<>(lost));
  }

  /** Resources of one class that belong to no dataset, and the statements that describe them. */
  public record Unreached(long resources, long statements) {
    Unreached plus(long moreResources, long moreStatements) {
      return new Unreached(resources + moreResources, statements + moreStatements);
    }
  }

  /**
   * A dataset that was not taken, with the reason in the two languages.
   *
   * @param clauses of the policy that it breaks, by number; empty where none is to blame
   */
  public record RefusedDataset(String iri, String reasonJa, String reasonEn, List<String> clauses) {
    public RefusedDataset {
      Objects.requireNonNull(iri, "iri");
      Objects.requireNonNull(reasonJa, "reasonJa");
      Objects.requireNonNull(reasonEn, "reasonEn");
      clauses = List.copyOf(clauses);
    }

    /** In Japanese when the reader's language is Japanese, else in English. */
    public String reason(Locale locale) {
      return japanese(locale) ? reasonJa : reasonEn;
    }
  }

  /** A line of the dump that could not be read; 1 is the first. */
  public record RefusedLine(long line, String reason) {
    public RefusedLine {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * A dataset that is here already.
   *
   * @param foreign its IRI in this source
   * @param dataset id of the one here
   * @param how by what it was known, in the two languages
   * @param sureness from 0 to 1
   * @param merged whether the two are taken for one; otherwise both are here and a person says
   */
  public record Link(String foreign, String dataset, Note how, double sureness, boolean merged) {
    public Link {
      Objects.requireNonNull(foreign, "foreign");
      Objects.requireNonNull(dataset, "dataset");
      Objects.requireNonNull(how, "how");
    }
  }

  /** A remark in the two languages. */
  public record Note(String ja, String en) {
    public Note {
      Objects.requireNonNull(ja, "ja");
      Objects.requireNonNull(en, "en");
    }

    /**
     * Why something has failed: in both languages where that is told, else as the program has it.
     */
    public static Note of(Throwable failure) {
      return failure instanceof LoadException told
          ? new Note(told.text(Locale.JAPANESE), told.text(Locale.ENGLISH))
          : new Note(String.valueOf(failure), String.valueOf(failure));
    }

    /** In Japanese when the reader's language is Japanese, else in English. */
    public String text(Locale locale) {
      return japanese(locale) ? ja : en;
    }
  }

  private static boolean japanese(Locale locale) {
    return Locale.JAPANESE.getLanguage().equals(locale.getLanguage());
  }
}
