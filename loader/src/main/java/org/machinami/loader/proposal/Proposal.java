package org.machinami.loader.proposal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a file could be mapped. A value: what a person corrects gives another one.
 *
 * @param rowClass IRI of the class of what a row describes
 * @param classConfidence from 0 to 1
 * @param columns in the order of the file
 * @param contract IRI of the contract that the file follows, where it is one
 */
public record Proposal(
    FileProfile source,
    String rowClass,
    double classConfidence,
    ProposedKey key,
    List<ProposedColumn> columns,
    Optional<String> contract) {

  public Proposal {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(rowClass, "rowClass");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(contract, "contract");
    columns = List.copyOf(columns);
    for (String reference : key.columns()) {
      if (source.column(reference).isEmpty()) {
        throw new IllegalArgumentException("no column " + reference);
      }
    }
  }

  /** The proposal for a file. */
  public static Proposal of(FileProfile source) {
    return new Proposer(source).propose();
  }

  /** The column of that reference. */
  public Optional<ProposedColumn> column(String reference) {
    return columns.stream().filter(column -> column.reference().equals(reference)).findFirst();
  }

  /** The same with another class of rows; the columns stay as they are. */
  public Proposal withClass(String iri) {
    return new Proposal(source, iri, 1, key, columns, contract);
  }

  /** The same with another key; whether it is unique is found out from the file. */
  public Proposal withKey(String prefix, List<String> references) {
    ProposedKey other = new ProposedKey(prefix, references, source.isKey(references));
    return new Proposal(source, rowClass, classConfidence, other, columns, contract);
  }

  /**
   * The same with another target of a column.
   *
   * @throws IllegalArgumentException when there is no such column
   */
  public Proposal withTarget(String reference, Target target) {
    require(reference);
    return map(c -> c.reference().equals(reference) ? c.chosen(target) : c);
  }

  /**
   * What a column can be made of: what is proposed, what was likely besides, and the two ways out.
   */
  public List<Target> choices(String reference) {
    ProposedColumn column = require(reference);
    Set<Target> choices = new LinkedHashSet<>();
    choices.add(column.target());
    choices.addAll(column.others());
    choices.add(Target.neutral(column.target().meaning()));
    choices.add(Target.nothing(column.target().meaning()));
    return List.copyOf(choices);
  }

  /** What a column would become if it were called otherwise, such as 電話番号; the likeliest first. */
  public List<Target> named(String reference, String name) {
    ColumnProfile profile = source.column(require(reference).reference()).orElseThrow();
    return Lexicon.senses(name).stream()
        .map(sense -> Targets.of(sense.column(), profile))
        .distinct()
        .toList();
  }

  private ProposedColumn require(String reference) {
    return column(reference)
        .orElseThrow(() -> new IllegalArgumentException("no column " + reference));
  }

  Proposal map(UnaryOperator<ProposedColumn> change) {
    return new Proposal(
        source, rowClass, classConfidence, key, columns.stream().map(change).toList(), contract);
  }

  /** What a person should know before it is used. */
  public List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    if (key.columns().isEmpty()) {
      notes.add(Note.of("row-number"));
    } else if (!key.unique()) {
      notes.add(Note.of("not-unique", String.join(", ", key.columns())));
    }
    boolean observation = rowClass.endsWith("Observation");
    if (!observation && columns.stream().noneMatch(Proposal::isLabel)) {
      notes.add(Note.of("no-label"));
    }
    long neutral = count(Target.Form.NEUTRAL);
    if (neutral > 0) {
      notes.add(Note.of("neutral", neutral));
    }
    if (count(Target.Form.LATITUDE) != count(Target.Form.LONGITUDE)) {
      notes.add(Note.of("half-position"));
    }
    if (!source.whole()) {
      notes.add(Note.of("part", source.rows()));
    }
    return notes;
  }

  private long count(Target.Form form) {
    return columns.stream().filter(column -> column.target().form() == form).count();
  }

  private static boolean isLabel(ProposedColumn column) {
    return column.target().property().filter(Terms.LABEL::equals).isPresent();
  }

  /** As a mapping that this program reads ({@code mapping.rml.ttl}). */
  public String toRml() {
    return toRml("");
  }

  /** The same, to stand beside the mapping of another file, from whose names a suffix tells its. */
  String toRml(String suffix) {
    return new RmlText(this, suffix).write();
  }

  /**
   * The things that come out of the first rows of the file.
   *
   * @param file the file that was profiled
   * @param base of the catalogue
   */
  public Preview preview(Path file, String base, int rows) {
    return Preview.of(this, file, base, rows);
  }

  /**
   * The proposal that a mapping makes of a file: what the mapping says of the columns, chosen.
   *
   * @param rml the text of a mapping, as of {@link #toRml}
   * @throws org.machinami.loader.LoadException when it is no mapping of this file
   */
  public static Proposal read(FileProfile source, String rml) {
    return new RmlProposal(source).read(rml);
  }
}
