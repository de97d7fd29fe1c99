package org.machinami.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.ReportText;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.ContractColumn;
import org.machinami.shapes.contract.Contracts;
import org.machinami.shapes.contract.ValueRule.Judgement;

/** A file that keeps to one of the standard municipal datasets loads without a mapping. */
class StandardDatasetsTest {
  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();
  private static final Path RECIPES =
      Path.of(System.getProperty("machinami.home"), "recipes", "cio-standard-datasets-ngsi");
  private static final Path MODELS =
      Path.of(System.getProperty("machinami.shared"), "data", "cio-standard-datasets-ngsi", "cio");

  /** Among these is one that any column takes. */
  private static final List<String> VALUES =
      List.of(
          "35.681236",
          "131016",
          "2026-04-01",
          "09:00",
          "https://www.city.example/a",
          "3",
          "03-1234-5678",
          "1310120001",
          "0123456789012",
          "1000001000001",
          "131010001",
          "千代田区役所",
          "チヨダ",
          "月火水",
          "100-0001",
          "1",
          "13");

  @TempDir private Path folder;

  static Stream<String> contracts() {
    return Contracts.all().stream().map(StandardDatasetsTest::name);
  }

  private static String name(Contract contract) {
    return contract.iri().substring(contract.iri().lastIndexOf('/') + 1);
  }

  private static Contract contract(String name) {
    return Contracts.all().stream().filter(c -> name(c).equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void load_fileInTheColumnsOfTheContract_isMapped(String name) throws IOException {
    Contract contract = contract(name);
    List<String> header = contract.columns().stream().map(ContractColumn::header).toList();
    load(contract, header);
  }

  /** The columns as the model of the standard names them, where it is there. */
  @ParameterizedTest
  @MethodSource("contracts")
  void load_fileInTheColumnsOfTheModel_isMapped(String name) throws IOException {
    assumeTrue(Files.isDirectory(MODELS), "skipped: the models are not in ../shared/data");
    Contract contract = contract(name);
    Optional<List<String>> header = Optional.empty();
    try (Stream<Path> folders = Files.list(MODELS)) {
      for (Path model : folders.map(path -> path.resolve("model.yaml")).toList()) {
        List<String> columns = Files.exists(model) ? columns(model) : List.of();
        if (Contracts.recognise(columns).filter(contract::equals).isPresent()) {
          header = Optional.of(columns);
        }
      }
    }
    assertTrue(header.isPresent(), "no model of the standard is recognised as " + name);
    load(contract, header.get());
  }

  /** The names of the properties in a model; a location is the position once more. */
  private static List<String> columns(Path model) throws IOException {
    List<String> columns = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(model)) {
      if (line.equals("      properties:")) {
        inside = true;
      } else if (inside && !line.startsWith("       ")) {
        return columns;
      } else if (inside && line.matches(" {8}[^ ?].*:.*")) {
        String name = line.strip().replaceFirst(":.*$", "").replaceAll("^'|'$", "");
        if (!name.equals("location")) {
          columns.add(name);
        }
      }
    }
    return columns;
  }

  private void load(Contract contract, List<String> header) throws IOException {
    String table =
        Stream.of("1", "2")
            .map(
                number ->
                    header.stream()
                        .map(column -> cell(contract, column, number))
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", String.join(",", header) + "\n", "\n"));
    String name = name(contract);
    Files.write(folder.resolve(name + ".csv"), table.getBytes(Charset.forName("windows-31j")));
    DatasetReport report =
        Loader.validating("https://city.example/", VALIDATOR, Progress.none())
            .load(Recipe.read(RECIPES.resolve(name)), Optional.of(folder), LoadOptions.DEFAULT)
            .datasets()
            .get(0);
    assertEquals(DatasetReport.Outcome.VALID, report.outcome(), () -> text(report));
    assertEquals(2, report.rows().mapped(), () -> text(report));
    assertEquals(0, report.rows().bad(), () -> text(report));
    assertTrue(report.triples() >= 2L * 8, () -> report.triples() + "\n" + text(report));
  }

  /** What fits in a column; of the number of a row, that number. */
  private static String cell(Contract contract, String header, String number) {
    Optional<ContractColumn> column = contract.column(header);
    if (column.isEmpty()) {
      return "";
    }
    ContractColumn of = column.get();
    switch (of.name()) {
      case "number", "district_code" -> {
        return number;
      }
      case "latitude" -> {
        return "35.681236";
      }
      case "longitude" -> {
        return "139.767125";
      }
      default -> {
        Stream<String> listed = of.values().values().stream().filter(value -> !value.isEmpty());
        return Stream.concat(listed, VALUES.stream())
            .filter(value -> of.values().judge(value) == Judgement.FITS)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no value fits in " + of.header()));
      }
    }
  }

  @Test
  void recipes_areThereForEveryContract() throws IOException {
    try (Stream<Path> folders = Files.list(RECIPES)) {
      assertEquals(
          contracts().sorted().toList(),
          folders.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  private static String text(DatasetReport report) {
    return String.join("\n", new ReportText(Locale.ENGLISH).lines(report));
  }
}
