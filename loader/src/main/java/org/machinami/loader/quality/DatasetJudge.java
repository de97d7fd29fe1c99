package org.machinami.loader.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.machinami.loader.excel.ExcelReading;
import org.machinami.loader.gate.Description;
import org.machinami.loader.gtfs.GtfsReading;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;
import org.machinami.shapes.Position;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.Rule;
import org.machinami.shapes.quality.RuleResult;
import org.machinami.shapes.quality.RuleResult.Decision;

/**
 * Judges the files of a dataset one after the other, while each is read, and what only its
 * description can answer. Not thread-safe; for one load.
 */
public final class DatasetJudge {

  private final Description description;
  private final Set<String> judged = new HashSet<>();
  private final Map<String, List<String>> columnsOfSeries = new HashMap<>();
  private List<RuleResult> results = new ArrayList<>();
  private Optional<FileJudge> current = Optional.empty();
  private String series = "";
  private String file = "";

  public DatasetJudge(Description description) {
    this.description = description;
  }

  /**
   * What is to be told of a file; nothing when it was judged before. The file before has been read
   * by then.
   *
   * @param series what the mapping calls the source, which may be several files
   * @param name of the file
   */
  public SourceInspector inspector(String series, String name, SourceReader reader) {
    settle();
    if (!judged.add(name)) {
      return SourceInspector.NONE;
    }
    // The tables of a feed are no years of one another.
    this.series = reader instanceof GtfsReading ? name : series;
    this.file = name;
    FileJudge judge = judge(name, reader);
    current = Optional.of(judge);
    return judge;
  }

  private static FileJudge judge(String name, SourceReader reader) {
    if (reader instanceof CsvReading table) {
      return TableJudge.ofText(name, table.skippedLines());
    }
    if (reader instanceof GtfsReading) {
      return TableJudge.ofText(name, 0);
    }
    return reader instanceof ExcelReading sheet
        ? TableJudge.ofSheet(name, sheet.skippedRows())
        : new RecordJudge(name, reader.givesFeatures());
  }

  /** A file of RDF, of which no rule on tables asks anything. */
  public void linkedData(String name) {
    settle();
    if (judged.add(name)) {
      results.add(RuleResult.passed(Rule.FORMAT));
    }
  }

  /** Takes over what came out of the file that was read. */
  private void settle() {
    if (current.isEmpty()) {
      return;
    }
    FileJudge judge = current.get();
    current = Optional.empty();
    results.addAll(judge.results());
    List<String> columns = judge.columns();
    if (!columns.isEmpty()) {
      List<String> before = columnsOfSeries.putIfAbsent(series, columns);
      if (before != null) {
        results.add(sameForm(before, columns));
      }
    }
    results = new ArrayList<>(Quality.of(results).results());
  }

  private RuleResult sameForm(List<String> before, List<String> columns) {
    List<Fault> other = new ArrayList<>();
    columns.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> other.add(fault(file, name)));
    before.stream()
        .filter(name -> !columns.contains(name))
        .forEach(name -> other.add(fault(file, name)));
    return RuleResult.failedBy(Rule.SAME_FORM, other.size(), other);
  }

  /** What came out of all; empty when there was no file. */
  public Optional<Quality> quality() {
    settle();
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    List<RuleResult> all = new ArrayList<>();
    results.forEach(result -> all.add(explained(result)));
    all.add(definitions());
    if (!columnsOfSeries.isEmpty()
        && results.stream().noneMatch(result -> result.rule() == Rule.SAME_FORM)) {
      all.add(RuleResult.undecided(Rule.SAME_FORM));
    }
    return Optional.of(Quality.of(all));
  }

  /** Marks that the description puts in brackets, as to say what they stand for, are defined. */
  private RuleResult explained(RuleResult result) {
    if (result.rule() != Rule.MARKS || result.decision() != Decision.UNDECIDED) {
      return result;
    }
    List<String> texts =
        description
            .graph()
            .find(Node.ANY, DCTerms.description.asNode(), Node.ANY)
            .mapWith(triple -> triple.getObject())
            .filterKeep(Node::isLiteral)
            .mapWith(Node::getLiteralLexicalForm)
            .toList();
    boolean all =
        result.faults().stream()
            .allMatch(
                fault ->
                    texts.stream()
                        .anyMatch(
                            text ->
                                text.contains("「" + fault.value() + "」")
                                    || text.contains("\"" + fault.value() + "\"")));
    return all ? RuleResult.passed(Rule.MARKS) : result;
  }

  private RuleResult definitions() {
    List<Fault> missing = new ArrayList<>();
    if (!has(DCTerms.accrualPeriodicity)) {
      missing.add(fault(Description.FILE, "dct:accrualPeriodicity"));
    }
    if (!has(DCTerms.modified) && !has(DCTerms.issued)) {
      missing.add(fault(Description.FILE, "dct:modified"));
    }
    if (!missing.isEmpty()) {
      return RuleResult.failedBy(Rule.DEFINITIONS, missing.size(), missing);
    }
    boolean defined = has(DCTerms.provenance) || has(DCTerms.conformsTo) || has(FOAF.page);
    return defined ? RuleResult.passed(Rule.DEFINITIONS) : RuleResult.undecided(Rule.DEFINITIONS);
  }

  private boolean has(Property property) {
    Graph graph = description.graph();
    return graph.contains(NodeFactory.createURI(description.iri()), property.asNode(), Node.ANY);
  }

  private static Fault fault(String file, String column) {
    return new Fault(new Position(file, OptionalLong.empty(), Optional.of(column)), "");
  }
}
