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
import org.machinami.loader.source.Nearest;
import org.machinami.loader.source.SourceInspector;
import org.machinami.shapes.Position;
import org.machinami.shapes.Severity;
import org.machinami.shapes.contract.Break;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.ContractColumn;
import org.machinami.shapes.contract.ContractFinding;
import org.machinami.shapes.contract.ContractResult;
import org.machinami.shapes.contract.ContractRules;
import org.machinami.shapes.contract.Contracts;
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
  private long rows;
  private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
  private final List<ContractFinding> findings = new ArrayList<>();
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
    private final Map<Break, Integer> listed = new EnumMap<>(Break.class);
    private String last = "";
    private Judgement lastJudgement = Judgement.FITS;

    ColumnCheck(ContractColumn column) {
      this.column = column;
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
      boolean list = listed.merge(kind, 1, Integer::sum) <= ContractResult.LISTED;
      note(
          kind,
          column.required(),
          new Position(file, OptionalLong.of(row), Optional.of(column.header())),
          text,
          list ? Optional.of(ContractRules.expected(column.values())) : Optional.empty());
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
    checks = new ColumnCheck[Math.min(COLUMNS, names.size())];
    filled = new boolean[checks.length];
    List<ContractColumn> missing = new ArrayList<>(known.columns());
    for (int i = 0; i < checks.length; i++) {
      Optional<ContractColumn> column = known.column(names.get(i));
      if (column.isPresent() && missing.remove(column.get())) {
        checks[i] = new ColumnCheck(column.get());
      }
    }
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
    if (column >= checks.length) {
      return;
    }
    any = true;
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

  private void note(Break kind, boolean mandatory, String column, Words expected) {
    Position at = new Position(file, OptionalLong.empty(), Optional.of(column));
    note(kind, mandatory, at, "", Optional.of(expected));
  }

  /** Counts a break, and lists it where it is to be listed. */
  private void note(
      Break kind, boolean mandatory, Position at, String value, Optional<Words> expected) {
    Severity severity = kind.severity(claimed.isPresent(), mandatory);
    counts.merge(severity, 1L, Long::sum);
    expected.ifPresent(
        words -> findings.add(new ContractFinding(kind, severity, at, Fault.shown(value), words)));
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
