package org.machinami.web.steward;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * What the columns of a file become, and the things that come out of its first rows.
 *
 * @param version of the draft that it was made from
 * @param files all of the draft that have columns
 * @param file that is looked at
 * @param encoding in which it is written
 * @param thing what a row describes
 * @param fresh whether the columns were recognised anew, the mapping being another file's or none
 * @param notes what a person should know
 */
public record ColumnsView(
    Who who,
    String draft,
    int version,
    Text title,
    List<String> files,
    String file,
    String encoding,
    Text thing,
    boolean fresh,
    List<String> notes,
    List<Column> columns,
    List<Thing> things)
    implements DeskView {
  public ColumnsView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(thing, "thing");
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
    things = List.copyOf(things);
  }

  /** Where the columns of a file are looked at: a path below the base. */
  public String path(String of) {
    return columns(draft, of);
  }

  static String columns(String draft, String file) {
    return "steward/drafts/"
        + draft
        + "/columns?file="
        + URLEncoder.encode(file, StandardCharsets.UTF_8);
  }

  /**
   * A column.
   *
   * @param samples some of its values
   * @param sure whether it was recognised without doubt, or chosen
   */
  public record Column(String name, List<String> samples, boolean sure, List<Option> options) {
    public Column {
      samples = List.copyOf(samples);
      options = List.copyOf(options);
    }
  }

  /** What a column can become; the first is what it becomes now. */
  public record Option(int index, Text name) {}

  /**
   * What a row becomes.
   *
   * @param refused why it becomes nothing
   */
  public record Thing(
      long row, Optional<String> label, List<Fact> facts, Optional<String> refused) {
    public Thing {
      facts = List.copyOf(facts);
    }
  }

  /** A statement about it. */
  public record Fact(Text property, String value) {}

  @Override
  public String template() {
    return "draft-columns.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("steward.columns", title.value());
  }
}
