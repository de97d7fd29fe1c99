package org.machinami.loader.repair;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.mapping.LogicalSource;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.source.CellRewriting;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceLimits;

/**
 * How the cells of a table of comma-separated values are parted.
 *
 * @param skippedLines above the header
 * @param encoding that was declared; empty: found from the bytes
 */
public record TableForm(char delimiter, int skippedLines, Optional<Charset> encoding) {

  public TableForm {
    Objects.requireNonNull(encoding, "encoding");
  }

  /** Of a file by its name; empty where it is no table of text. */
  public static Optional<TableForm> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".csv") || lower.endsWith(".tsv")
        ? Optional.of(new TableForm(lower.endsWith(".csv") ? ',' : '\t', 0, Optional.empty()))
        : Optional.empty();
  }

  /**
   * Of a file that a mapping reads; else by its name.
   *
   * @param files in which the mapping finds its sources
   * @param file on disk, as it lies there
   */
  public static Optional<TableForm> of(MappingPlan plan, SourceFiles files, Path file) {
    for (MappingPlan.Step step : plan.steps()) {
      LogicalSource source = step.source();
      boolean plain =
          source.source().indexOf('!') < 0 && files.find(source.source()).contains(file);
      if (plain && source.formulation() == LogicalSource.Formulation.CSV) {
        return Optional.of(
            new TableForm(
                source.delimiter(),
                source.skippedLines(),
                source.encoding().filter(Charset::isSupported).map(Charset::forName)));
      }
    }
    return of(file.getFileName().toString());
  }

  /** What rewrites a file of this form. */
  CellRewriting rewriting(Path file, String name) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      String found =
          new CsvReading(delimiter, skippedLines, encoding, SourceLimits.DEFAULT)
              .findEncoding(name, in)
              .encoding();
      return new CellRewriting(name, delimiter, skippedLines, Charset.forName(found));
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", name, e.toString());
    }
  }

  /**
   * The column of a name, but for width, case and spaces where it is not there as it is written.
   */
  static int column(List<String> names, String wanted) {
    int exact = names.stream().map(String::strip).toList().indexOf(wanted);
    if (exact >= 0) {
      return exact;
    }
    String folded = org.machinami.shapes.contract.ColumnName.folded(wanted);
    return names.stream()
        .map(org.machinami.shapes.contract.ColumnName::folded)
        .toList()
        .indexOf(folded);
  }
}
