package org.machinami.loader.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.disclosure.DisclosureJudge;
import org.machinami.loader.excel.ExcelReading;
import org.machinami.loader.format.Formats;
import org.machinami.loader.gate.Description;
import org.machinami.loader.policy.PolicyOfToday.Judge;
import org.machinami.loader.quality.ContractGate;
import org.machinami.loader.quality.DatasetJudge;
import org.machinami.loader.repair.TableForm;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.JsonReading;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.contract.ContractResult;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.Rule;

/**
 * A file of data without description: held against the rules on files, what it tells of persons,
 * and the contract of columns that it is recognised to follow. What a description or a mapping
 * alone can say, such as that rows are data on the flow of people, is not known of it.
 */
final class LoneFile {

  private final SourceLimits limits;
  private final Judge judge;

  /**
   * @param judge of the version of the policy that holds
   */
  LoneFile(SourceLimits limits, Judge judge) {
    this.limits = limits;
    this.judge = judge;
  }

  /**
   * Judges the file.
   *
   * @param name as its publisher calls it
   * @throws LoadException when it cannot be read as what it is
   */
  Judgement judge(Path file, String name, FileKind kind) {
    SourceReader reader = reader(kind);
    Description none = new Description("file", name, GraphFactory.createDefaultGraph());
    DatasetJudge files = new DatasetJudge(none);
    DisclosureJudge persons = new DisclosureJudge(none, series -> Set.of(), judge.policy());
    ContractGate contracts = new ContractGate(none);
    read(
        file,
        name,
        reader,
        () ->
            SourceInspector.all(
                Stream.of(
                    files.inspector(name, name, reader),
                    persons.inspector(name, name, reader),
                    contracts.inspector(name, name, reader))));
    Verdict verdict = persons.verdict().and(contracts.verdict());
    Optional<Quality> quality = files.quality().map(LoneFile::ofTheFile);
    List<Entry> broken = quality.map(found -> Entries.of(found, judge.policy())).orElse(List.of());
    List<Entry> entries = new ArrayList<>(broken);
    Stream.concat(
            verdict.violations().stream(),
            contracts.results().stream().flatMap(result -> result.hints(name).stream()))
        .map(judge.explainer()::explain)
        .map(Entries::ofFile)
        .forEach(entries::add);
    return new Judgement(
        name,
        Optional.empty(),
        name,
        verdict.violationCount(),
        verdict.warningCount() + broken.size(),
        placed(file, name, kind, entries),
        quality,
        contracts.results().stream()
            .map(ContractResult::title)
            .map(title -> new Words(title.ja(), title.en()))
            .toList(),
        Optional.empty());
  }

  private void read(
      Path file, String name, SourceReader reader, Supplier<SourceInspector> inspector) {
    Path folder = file.toAbsolutePath().getParent();
    String source = file.getFileName().toString();
    try {
      new SourceFiles(List.of(folder), limits)
          .visit(
              source.replaceAll("[*?\\[\\]{}!]", "?"),
              read -> {},
              content ->
                  reader
                      .read(name, content.bytes(), List.of(), 0, row -> {}, inspector.get())
                      .requireRecords());
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", name, e.toString());
    }
  }

  private static List<Entry> placed(Path file, String name, FileKind kind, List<Entry> entries) {
    boolean plain = !name.toLowerCase(Locale.ROOT).endsWith(".gz");
    return kind instanceof FileKind.Table table && plain
        ? RepairPlaces.of(
            file, name, new TableForm(table.delimiter(), 0, Optional.empty()), entries)
        : entries;
  }

  private SourceReader reader(FileKind kind) {
    if (kind instanceof FileKind.Table table) {
      return new CsvReading(table.delimiter(), 0, Optional.empty(), limits);
    }
    if (kind instanceof FileKind.Json json) {
      return json.geographic()
          ? JsonReading.geoJson(Optional.empty(), limits)
          : JsonReading.json(json.list() ? "$[*]" : "$", Optional.empty(), limits);
    }
    if (kind instanceof FileKind.Workbook) {
      return new ExcelReading(Optional.empty(), 0, limits, ArchiveLimits.DEFAULT);
    }
    if (kind instanceof FileKind.Features features) {
      return Formats.reader(features.formulation());
    }
    throw new IllegalArgumentException("no file of data: " + kind);
  }

  /** Without what only a description can answer. */
  private static Quality ofTheFile(Quality quality) {
    return new Quality(
        quality.results().stream()
            .filter(result -> result.rule() != Rule.DEFINITIONS && result.rule() != Rule.SAME_FORM)
            .toList());
  }
}
