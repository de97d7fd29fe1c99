package org.machinami.loader.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.machinami.loader.repair.CellForms;
import org.machinami.loader.source.Nearest;
import org.machinami.loader.source.SourceInspector;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Severity;
import org.machinami.shapes.contract.Break;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.ContractColumn;
import org.machinami.shapes.contract.ContractFinding;
import org.machinami.shapes.contract.ContractResult;
import org.machinami.shapes.contract.ContractRules;
import org.machinami.shapes.contract.Contracts;
import org.machinami.shapes.contract.ValueRule;
import org.machinami.shapes.contract.ValueRule.Judgement;
import org.machinami.shapes.contract.Words;
import org.machinami.shapes.quality.Fault;

/**
 * Holds a file against a contract while it is read: the one that is claimed, or the one that its
 * columns follow. Of a JSON document the members of a record are the columns. Not thread-safe.
 */
final class ContractJudge implements SourceInspector {

  private static final int COLUMNS = 2_000;

  private final String file;
  private final boolean geographic;
  private final Optional<Contract> claimed;
  private Optional<Contract> contract = Optional.empty();
  private boolean headed;
  private ColumnCheck[] checks = new ColumnCheck[0];
  private boolean[] filled = new boolean[0];
  private boolean any;
  private int width;
  private int lastFilled = -1; // column of the last cell with a value in this row
  private long rows;
  private Optional<RepeatedKeys> keys = Optional.empty();
  private Optional<SwappedCoordinates> coordinates = Optional.empty();
  private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
  private final List<ContractFinding> findings = new ArrayList<>();
  private int repeated;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  /**
   * @param geographic whether records are Features
   * @param claimed the contract that the description claims for the file
   */
  ContractJudge(String file, boolean geographic, Optional<Contract> claimed) {
    this.file = file;
    this.geographic = geographic;
    this.claimed = claimed;
  }

  /** What is asked of a column that the contract knows. */
  private final class ColumnCheck {
    private final ContractColumn column;
    private final String name; // as the file has it
    private final Map<Break, Integer> listed = new EnumMap<>(Break.class);
    private String last = "";
    private Judgement lastJudgement = Judgement.FITS;

    ColumnCheck(ContractColumn column, String name) {
      this.column = column;
      this.name = name;
    }

    void value(long row, String text) {
      if (!text.equals(last)) {
        last = text;
        lastJudgement = column.values().judge(text);
      }
      if (lastJudgement == Judgement.NOT_LISTED) {
        found(Break.NOT_LISTED, row, text);
      } else if (lastJudgement == Judgement.NOT_OF_DATATYPE) {
        found(Break.NOT_OF_DATATYPE, row, text);
      }
    }

    void found(Break kind, long row, String text) {
      if (listed.merge(kind, 1, Integer::sum) <= ContractResult.LISTED) {
        Severity severity = count(kind, column.required());
        Position at = new Position(file, OptionalLong.of(row), Optional.of(column.header()));
        Words expected = ContractRules.expected(column.values());
        ContractFinding finding =
            new ContractFinding(kind, severity, at, Fault.shown(text), expected);
        findings.add(repair(row, text).map(finding::repairedBy).orElse(finding));
      } else {
        count(kind, column.required());
      }
    }

    /** Another way to write the cell with which it keeps the contract. */
    private Optional<Repair> repair(long row, String text) {
      ValueRule rule = column.values();
      Position at = new Position(file, OptionalLong.of(row), Optional.of(name));
      return Stream.concat(CellForms.of(text, rule.values()).stream(), CellForms.of(text).stream())
          .filter(form -> rule.judge(form.text()) == Judgement.FITS)
          .findFirst()
          .map(form -> Repair.NewCells.of(form.kind(), at, text, form.text()));
    }
  }

  @Override
  public void header(List<String> names) {
    headed = true;
    contract = claimed.or(() -> Contracts.recognise(names));
    if (contract.isEmpty()) {
      return;
    }
    Contract known = contract.get();
    width = names.size();
    checks = new ColumnCheck[Math.min(COLUMNS, width)];
    filled = new boolean[checks.length];
    List<ContractColumn> missing = new ArrayList<>(known.columns());
    for (int i = 0; i < checks.length; i++) {
      Optional<ContractColumn> column = known.column(names.get(i));
      if (column.isPresent() && missing.remove(column.get())) {
        checks[i] = new ColumnCheck(column.get(), names.get(i).strip());
      }
    }
    keys = RepeatedKeys.of(known, names, checks.length);
    coordinates = SwappedCoordinates.of(file, known, names, checks.length);
    for (ContractColumn column : missing) {
      if (column.required()) {
        note(Break.MISSING_COLUMN, true, column.header(), ContractRules.expected(column.values()));
      }
    }
    for (int i = 0; i < checks.length; i++) {
      if (checks[i] == null && !names.get(i).isBlank()) {
        note(
            Break.UNKNOWN_COLUMN,
            false,
            Fault.shown(names.get(i).strip()),
            meant(known, names.get(i), missing));
      }
    }
  }

  /** What was probably meant, among the columns that the file does not have. */
  private static Words meant(Contract contract, String name, List<ContractColumn> missing) {
    Optional<String> header =
        contract
            .respelled(name)
            .filter(missing::contains)
            .map(ContractColumn::header)
            .or(() -> Nearest.close(name, missing.stream().map(ContractColumn::header).toList()));
    return header.map(ContractRules::meant).orElse(new Words("", ""));
  }

  @Override
  public void cell(int column, char[] buffer, int offset, int length) {
    lastFilled = column;
    if (column >= checks.length) {
      return;
    }
    any = true;
    if (keys.isPresent()) {
      keys.get().cell(column, buffer, offset, length);
    }
    if (coordinates.isPresent()) {
      coordinates.get().cell(column, buffer, offset, length);
    }
    ColumnCheck check = checks[column];
    if (check != null) {
      filled[column] = true;
      if (!check.column.values().isFree()) {
        check.value(rows + 1, new String(buffer, offset, length));
      }
    }
  }

  @Override
  public void endRow(long number, int cells) {
    rows = number;
    if (any) {
      for (int i = 0; i < checks.length; i++) {
        if (checks[i] != null && checks[i].column.needsValue() && !filled[i]) {
          checks[i].found(Break.EMPTY_CELL, number, "");
        }
      }
      Arrays.fill(filled, false);
      any = false;
      keys.flatMap(watch -> watch.endRow(number)).ifPresent(found -> repeated(number, found));
      coordinates.flatMap(watch -> watch.endRow(number)).ifPresent(this::swapped);
    }
    if (cells < width || lastFilled >= width) {
      withdraw(number);
    }
    lastFilled = -1;
  }

  /** In a row with too many cells or too few, none may stand in its column: nothing is proposed. */
  private void withdraw(long row) {
    for (int i = findings.size() - 1; i >= 0; i--) {
      if (!findings.get(i).at().row().equals(OptionalLong.of(row))) {
        return;
      }
      findings.set(i, findings.get(i).withoutRepair());
    }
  }

  @Override
  public void record(long number, JsonNode record) {
    JsonNode members = geographic ? record.path("properties") : record;
    if (!headed) {
      List<String> names = new ArrayList<>();
      members.fieldNames().forEachRemaining(names::add);
      header(names);
      for (int i = 0; i < names.size(); i++) {
        places.put(names.get(i), i);
      }
    }
    if (contract.isEmpty()) {
      return;
    }
    places.forEach(
        (name, place) -> {
          JsonNode value = members.path(name);
          String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
          if (!text.isEmpty() || value.isContainerNode()) {
            char[] characters = text.toCharArray();
            cell(place, characters, 0, characters.length);
          }
        });
    endRow(number, places.size());
  }

  private void repeated(long row, RepeatedKeys.Repeated found) {
    Severity severity = count(Break.REPEATED_KEY, true);
    if (repeated++ < ContractResult.LISTED) {
      Optional<String> column = Optional.of(found.columns());
      findings.add(
          new ContractFinding(
                  Break.REPEATED_KEY,
                  severity,
                  new Position(file, OptionalLong.of(row), column),
                  Fault.shown(found.key()),
                  new Words("", ""))
              .against(new Position(file, OptionalLong.of(found.row()), column)));
    }
  }

  /** What was found in one of the two cells is put right by both. */
  private void swapped(Repair repair) {
    Position cell = ((Repair.NewCells) repair).cells().get(0).at();
    for (int i = findings.size() - 1; i >= 0; i--) {
      ContractFinding finding = findings.get(i);
      if (!finding.at().row().equals(cell.row())) {
        return;
      }
      if (finding.kind() == Break.NOT_OF_DATATYPE && finding.repair().isEmpty()) {
        findings.set(i, finding.repairedBy(repair));
      }
    }
  }

  private void note(Break kind, boolean mandatory, String column, Words expected) {
    Position at = new Position(file, OptionalLong.empty(), Optional.of(column));
    findings.add(new ContractFinding(kind, count(kind, mandatory), at, "", expected));
  }

  private Severity count(Break kind, boolean mandatory) {
    Severity severity = kind.severity(claimed.isPresent(), mandatory);
    counts.merge(severity, 1L, Long::sum);
    return severity;
  }

  /** What came out, when all of the file has been read; empty where there is no contract. */
  Optional<ContractResult> result() {
    return contract.map(
        known ->
            new ContractResult(
                file,
                known.iri(),
                claimed.isPresent(),
                rows,
                counts,
                findings.stream()
                    .sorted(Comparator.comparing(ContractFinding::severity))
                    .toList()));
  }
}
