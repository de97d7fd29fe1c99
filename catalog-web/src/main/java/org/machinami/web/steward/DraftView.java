package org.machinami.web.steward;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.steward.form.ConflictView;
import org.machinami.web.steward.form.Difference;
import org.machinami.web.steward.form.ExpertText;
import org.machinami.web.steward.form.FormPlace;
import org.machinami.web.steward.form.FormView;

/**
 * A draft: what it says, what the gate would say, what was done, what can be done.
 *
 * @param title of the dataset
 * @param state message key
 * @param report empty where what is shown is not what would be rehearsed
 * @param quality of its files; empty where the report has read none
 * @param next what the next version of the policy would say in addition
 * @param part what can be edited, or the answer to an editing
 * @param changes against what is published, old and new; empty where nothing is
 * @param behind whether others have published the dataset since this began
 * @param may what the reader may do now
 * @param notice message key of what was just done, or why it was not
 */
public record DraftView(
    Who who,
    String id,
    String dataset,
    int version,
    Text title,
    Text organisation,
    String state,
    Optional<ReportView> report,
    Optional<DraftQuality> quality,
    Optional<NextPolicyView> next,
    Part part,
    Optional<Changes> changes,
    boolean behind,
    List<FileLine> files,
    List<StepLine> steps,
    May may,
    Optional<String> notice,
    List<DraftNewView.MistakeLine> mistakes,
    FormPlace place)
    implements DeskView {
  public DraftView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(changes, "changes");
    files = List.copyOf(files);
    steps = List.copyOf(steps);
    Objects.requireNonNull(may, "may");
    Objects.requireNonNull(notice, "notice");
    mistakes = List.copyOf(mistakes);
    Objects.requireNonNull(place, "place");
  }

  /** What a page of a draft is on. */
  public sealed interface Part {
    /** The form of the description. */
    record Form(FormView form) implements Part {}

    /** The description as Turtle. */
    record Expert(ExpertText text) implements Part {}

    /** The mapping as Turtle. */
    record Mapping(String text) implements Part {}

    /** Two people's changes. */
    record Conflict(ConflictView conflict) implements Part {}

    /** What a repair would change, before it is made. */
    record Repaired(Difference difference, String repair) implements Part {}

    /**
     * The description, to read.
     *
     * @param fields each field with its values, as what comes where nothing was
     */
    record Read(Difference fields, String turtle) implements Part {}
  }

  /**
   * What differs from what is published.
   *
   * @param files in their order by name
   * @param mapping whether it differs
   */
  public record Changes(Difference description, List<FileChange> files, boolean mapping) {
    public Changes {
      Objects.requireNonNull(description, "description");
      files = List.copyOf(files);
    }

    public boolean isEmpty() {
      return description.isEmpty() && files.isEmpty() && !mapping;
    }
  }

  /**
   * What becomes of a file.
   *
   * @param key of the message; {0} is the file
   */
  public record FileChange(String key, String name) {}

  /**
   * A file of the draft.
   *
   * @param columns whether it has any, which can be looked at
   */
  public record FileLine(String name, long bytes, boolean columns) {}

  /**
   * Something that was done.
   *
   * @param key of the message
   */
  public record StepLine(String key, String name, Instant at, int version, String reason) {}

  /**
   * What the reader may do now.
   *
   * @param ownWork whether they would decide, had they not had a hand in it
   */
  public record May(boolean edit, boolean submit, boolean decide, boolean ownWork) {}

  /** Whether there is a file with columns. */
  public boolean tables() {
    return files.stream().anyMatch(FileLine::columns);
  }

  /** Where the columns of a file are looked at: a path below the base. */
  public String columns(FileLine file) {
    return ColumnsView.columns(id, file.name());
  }

  public Optional<FormView> form() {
    return part instanceof Part.Form f ? Optional.of(f.form()) : Optional.empty();
  }

  public Optional<ExpertText> expert() {
    return part instanceof Part.Expert e ? Optional.of(e.text()) : Optional.empty();
  }

  public Optional<String> mapping() {
    return part instanceof Part.Mapping m ? Optional.of(m.text()) : Optional.empty();
  }

  public Optional<ConflictView> conflict() {
    return part instanceof Part.Conflict c ? Optional.of(c.conflict()) : Optional.empty();
  }

  public Optional<Part.Repaired> repaired() {
    return part instanceof Part.Repaired r ? Optional.of(r) : Optional.empty();
  }

  public Optional<Part.Read> read() {
    return part instanceof Part.Read r ? Optional.of(r) : Optional.empty();
  }

  @Override
  public String template() {
    return "draft.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("steward.draft", title.value());
  }
}
