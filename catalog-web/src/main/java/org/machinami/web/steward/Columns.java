package org.machinami.web.steward;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.loader.LoadException;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.loader.proposal.FileProfile;
import org.machinami.loader.proposal.FileProfiler;
import org.machinami.loader.proposal.Preview;
import org.machinami.loader.proposal.Proposal;
import org.machinami.loader.proposal.ProposedColumn;
import org.machinami.loader.proposal.Target;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** A proposal for one file of a draft, as a page shows it and as its form is read. */
final class Columns {
  private static final double SURE = 0.8;
  private static final int ROWS = 5;
  private static final int FACTS = 12;
  private static final int SAMPLES = 3;

  /** How the names of files end whose columns can be looked at. */
  static final Set<String> KINDS =
      Set.of("csv", "tsv", "xlsx", "json", "geojson", "ndgeojson", "gml", "parquet");

  private final Path file;
  private final Proposal proposal;
  private final boolean fresh;

  private Columns(Path file, Proposal proposal, boolean fresh) {
    this.file = file;
    this.proposal = proposal;
    this.fresh = fresh;
  }

  static boolean isOne(Draft.Attached file) {
    return KINDS.contains(Descriptions.suffix(file.name()));
  }

  /**
   * What a mapping makes of a file; where it is none of this file, what a program proposes.
   *
   * @param file under its own name
   * @throws LoadException when the file cannot be read
   */
  static Columns of(Path file, String mapping) {
    FileProfile profile = FileProfiler.profile(file);
    if (!mapping.isBlank()) {
      try {
        return new Columns(file, Proposal.read(profile, mapping), false);
      } catch (LoadException e) {
        // It is told that the columns were recognised anew.
      }
    }
    return new Columns(file, Proposal.of(profile), true);
  }

  /** What a column can become: what it does now, what else it may be, its own name, nothing. */
  private static List<Target> targets(ProposedColumn column) {
    List<Target> targets = new ArrayList<>();
    targets.add(column.target());
    targets.addAll(column.others());
    targets.add(Target.neutral(column.target().meaning()));
    targets.add(Target.nothing(column.target().meaning()));
    return targets.stream().distinct().toList();
  }

  /** The proposal with what was chosen, by the number of the column. */
  Proposal chosen(java.util.function.IntFunction<String> choices) {
    Proposal chosen = proposal;
    for (int i = 0; i < proposal.columns().size(); i++) {
      ProposedColumn column = proposal.columns().get(i);
      List<Target> targets = targets(column);
      String choice = choices.apply(i);
      if (choice.matches("[0-9]{1,3}") && Integer.parseInt(choice) < targets.size()) {
        chosen = chosen.withTarget(column.reference(), targets.get(Integer.parseInt(choice)));
      }
    }
    return chosen;
  }

  String file() {
    return proposal.source().file();
  }

  /** How it is written: its character encoding; a workbook has none to speak of. */
  String encoding() {
    FileProfile source = proposal.source();
    return source.formulation() == Formulation.EXCEL ? "Excel" : source.encoding();
  }

  boolean fresh() {
    return fresh;
  }

  Text thing(Labels labels, Language language) {
    return labels.of(proposal.rowClass(), language);
  }

  List<String> notes(Language language) {
    return proposal.notes().stream().map(note -> note.text(language.locale())).toList();
  }

  List<ColumnsView.Column> columns(Labels labels, Language language) {
    return proposal.columns().stream()
        .map(
            column ->
                new ColumnsView.Column(
                    column.reference(),
                    column.samples().stream().limit(SAMPLES).toList(),
                    column.confidence() >= SURE,
                    options(column, labels, language)))
        .toList();
  }

  private static List<ColumnsView.Option> options(
      ProposedColumn column, Labels labels, Language language) {
    List<Target> targets = targets(column);
    List<ColumnsView.Option> options = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      options.add(new ColumnsView.Option(i, name(targets.get(i), labels, language)));
    }
    return options;
  }

  private static Text name(Target target, Labels labels, Language language) {
    Messages m = Messages.in(language);
    return switch (target.form()) {
      case NOTHING -> new Text(m.text("steward.target.nothing"), language.tag());
      case NEUTRAL -> new Text(m.text("steward.target.neutral"), language.tag());
      case LATITUDE -> new Text(m.text("steward.target.latitude"), language.tag());
      case LONGITUDE -> new Text(m.text("steward.target.longitude"), language.tag());
      case SHAPE -> new Text(m.text("steward.target.shape"), language.tag());
      case HOUR -> new Text(m.text("steward.target.hour"), language.tag());
      case DAY -> new Text(m.text("steward.target.day"), language.tag());
      case MONTH -> new Text(m.text("steward.target.month"), language.tag());
      case YEAR -> new Text(m.text("steward.target.year"), language.tag());
      case LITERAL, IRI, LINK, CONCEPT ->
          target
              .property()
              .map(property -> labels.of(property, language))
              .map(text -> inLanguage(text, target))
              .orElseGet(() -> new Text(target.form().name(), "zxx"));
    };
  }

  /** Names in several languages are told apart. */
  private static Text inLanguage(Text property, Target target) {
    return target
        .language()
        .map(tag -> new Text(property.value() + " (" + tag + ")", property.tag()))
        .orElse(property);
  }

  List<ColumnsView.Thing> things(String base, Labels labels, Language language) {
    return proposal.preview(file, base, ROWS).items().stream()
        .map(item -> thing(item, labels, language))
        .toList();
  }

  private static ColumnsView.Thing thing(Preview.Item item, Labels labels, Language language) {
    List<ColumnsView.Fact> facts = new ArrayList<>();
    item.iri()
        .ifPresent(
            iri ->
                item.graph()
                    .find(NodeFactory.createURI(iri), Node.ANY, Node.ANY)
                    .filterDrop(t -> t.getPredicate().hasURI(Terms.type))
                    .forEach(
                        t ->
                            facts.add(
                                new ColumnsView.Fact(
                                    labels.of(t.getPredicate().getURI(), language),
                                    value(t.getObject())))));
    Optional<String> refused = item.refused().map(row -> row.text(language.locale()));
    return new ColumnsView.Thing(
        item.row(), item.label().or(item::iri), facts.stream().limit(FACTS).toList(), refused);
  }

  private static String value(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : Labels.localName(node.toString());
  }
}
