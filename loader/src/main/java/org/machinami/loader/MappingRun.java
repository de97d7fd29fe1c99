package org.machinami.loader;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.format.ForeignFormat;
import org.machinami.loader.format.Formats;
import org.machinami.loader.mapping.LogicalSource;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.mapping.TripleSink;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;

/** Reads the sources of a plan and maps their rows. */
final class MappingRun {

  /** Who is to look at a file of a source while it is read. */
  interface Inspection {
    SourceInspector of(String source, String file, SourceReader reader);
  }

  private final MappingPlan plan;
  private final SourceFiles files;
  private final Optional<Charset> encoding;

  /**
   * @param encoding of sources for which the mapping declares none; empty: found
   */
  MappingRun(MappingPlan plan, SourceFiles files, Optional<Charset> encoding) {
    this.plan = plan;
    this.files = files;
    this.encoding = encoding;
  }

  /** The files on disk that are read, each once. */
  List<Path> sources() {
    Set<Path> paths = new LinkedHashSet<>();
    plan.steps().forEach(step -> paths.addAll(files.find(step.source().source())));
    return List.copyOf(paths);
  }

  /**
   * The tables that the plan reads, if it reads nothing else and what a row becomes depends on the
   * row alone: no joins, no row numbers, each file once and as it lies on disk.
   *
   * @param stored which files on disk the store will keep
   */
  Optional<List<SourceTable>> tables(Predicate<Path> stored) {
    List<SourceTable> tables = new ArrayList<>();
    Set<Path> once = new HashSet<>();
    for (MappingPlan.Step step : plan.steps()) {
      boolean alone =
          step.makesTriples()
              && !step.references().contains(SourceReader.ROW_NUMBER)
              && files.isPlain(step.source().source());
      if (!alone || !(reader(step.source()) instanceof CsvReading reading)) {
        return Optional.empty();
      }
      for (Path path : files.find(step.source().source())) {
        if (!once.add(path) || isDescribed(path)) {
          return Optional.empty();
        }
        tables.add(SourceTable.of(files.name(path), path, stored.test(path), reading, step));
      }
    }
    return tables.isEmpty() ? Optional.empty() : Optional.of(tables);
  }

  /** Whether a file beside the table says how it is read, on which its rows then depend, too. */
  private static boolean isDescribed(Path table) {
    String name = table.getFileName().toString();
    return Files.exists(table.resolveSibling(CsvReading.metadataName(name)))
        || Files.exists(table.resolveSibling("csv-metadata.json"));
  }

  /** Bytes on disk that are read. */
  long size() {
    return plan.steps().stream().mapToLong(step -> files.size(step.source().source())).sum();
  }

  /**
   * Runs the plan.
   *
   * @param gate is shown what rows become
   * @param inspection is asked for each file
   * @throws LoadException when a source cannot be read as what the mapping says it is
   */
  void run(
      TripleSink sink, RowCounts counts, RowGate gate, LongConsumer read, Inspection inspection) {
    run(plan.steps(), gate.before(sink), gate.after(counts), counts, read, inspection);
  }

  /** Shows the gate all rows once more, where one might say what another left out. */
  void settle(RowGate gate) {
    run(
        plan.steps().stream().filter(MappingPlan.Step::makesTriples).toList(), // joins are known
        gate.settling(),
        (step, mapping, row) -> {},
        new RowCounts(),
        read -> {},
        (source, file, reader) -> SourceInspector.NONE);
  }

  /** Shows the gate all rows once more, where they may contradict each other. */
  void compare(RowGate gate) {
    run(
        plan.steps().stream().filter(MappingPlan.Step::makesTriples).toList(),
        gate.comparing(),
        gate.compared(),
        new RowCounts(),
        read -> {},
        (source, file, reader) -> SourceInspector.NONE);
  }

  private void run(
      List<MappingPlan.Step> steps,
      TripleSink sink,
      RowTaker rows,
      RowCounts counts,
      LongConsumer read,
      Inspection inspection) {
    for (MappingPlan.Step step : steps) {
      SourceReader reader = reader(step.source());
      List<SourceFinding> findings = new ArrayList<>();
      try {
        files.visit(
            step.source().source(),
            read,
            content -> {
              refuseForeign(step.source(), content);
              String name = reader.partOf(content.name());
              SourceFinding finding =
                  reader.read(
                      content,
                      step.references(),
                      step.extraSlots(),
                      row -> {
                        Mapping mapping = step.function().map(row, sink);
                        if (step.makesTriples()) {
                          rows.row(step, mapping, row);
                        }
                      },
                      inspection.of(step.source().source(), name, reader));
              findings.add(finding);
              if (step.makesTriples()) {
                counts.found(finding);
              }
            });
      } catch (IOException e) {
        throw new LoadException(
            Fault.ENVIRONMENT, e, "source.unreadable", step.source().source(), e.toString());
      }
      // A feed may put another document where it has nothing to publish, but not everywhere.
      if (findings.stream().allMatch(SourceFinding::other)) {
        findings.stream().findFirst().ifPresent(SourceFinding::requireRecords);
      }
    }
  }

  /** Reads all sources without mapping anything. */
  void inspect(Inspection inspection) {
    for (MappingPlan.Step step : plan.steps()) {
      String source = step.source().source();
      SourceReader reader = reader(step.source());
      try {
        files.visit(
            source,
            read -> {},
            content -> {
              refuseForeign(step.source(), content);
              reader.read(
                  content,
                  List.of(),
                  0,
                  row -> {},
                  inspection.of(source, reader.partOf(content.name()), reader));
            });
      } catch (IOException e) {
        throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", source, e.toString());
      }
    }
  }

  /** The reader of workbooks says itself what to do with an old one. */
  private static void refuseForeign(LogicalSource source, SourceContent content)
      throws IOException {
    if (source.formulation() != LogicalSource.Formulation.EXCEL) {
      ForeignFormat.refuse(content);
    }
  }

  private SourceReader reader(LogicalSource source) {
    Optional<Charset> declared =
        source
            .encoding()
            .map(name -> RecipeProperties.charset(source.source(), name))
            .or(() -> encoding);
    return Formats.reader(source, declared);
  }
}
