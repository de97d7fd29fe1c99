package org.machinami.loader.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.loader.gate.Description;
import org.machinami.shapes.ContentRule;
import org.machinami.shapes.ContentRules;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Position;
import org.machinami.shapes.RuleSetting;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;

/** From what was counted in columns to findings. Not thread-safe. */
final class FoundOfPersons {

  private final Policy policy;
  private final Description description;
  private final List<Violation> found = new ArrayList<>();
  private long violations;
  private long warnings;

  FoundOfPersons(Policy policy, Description description) {
    this.policy = policy;
    this.description = description;
  }

  Verdict verdict() {
    found.sort(Comparator.comparing(Violation::severity));
    return new Verdict(
        description.iri(),
        (int) Math.min(Integer.MAX_VALUE, violations),
        (int) Math.min(Integer.MAX_VALUE, warnings),
        found);
  }

  /** What identifies persons: a column is at fault, not each of its values. */
  void identifiers(FileInspector file) {
    List<ColumnWatch> columns = file.columns();
    boolean named = false;
    boolean places = columns.stream().anyMatch(column -> column.kind().places());
    boolean aged = columns.stream().anyMatch(column -> column.kind().ages() && column.filled() > 0);
    for (ColumnWatch column : columns) {
      named |= column(file, column, "PersonNames", column.names);
    }
    for (ColumnWatch column : columns) {
      column(file, column, "MyNumbers", column.myNumbers);
      column(file, column, "CardNumbers", column.cards);
      phones(file, column, named);
      boolean personal = column.kind().persons() || column.kind().personalPhones();
      column(file, column, "PersonalEmails", personal ? column.emails : column.personalEmails);
      column(file, column, "BirthDates", column.dates);
      if (aged && !places) {
        column(file, column, "HomeAddresses", column.exactAddresses);
      }
      if (column.kind().persons()) {
        column(file, column, "CorporateNumbers", column.corporateNumbers);
      }
    }
  }

  /**
   * Facilities have phones, too. Mobile numbers are of persons; so are all in a column that says
   * so, and those beside names of persons.
   */
  private void phones(FileInspector file, ColumnWatch column, boolean besideNames) {
    boolean personal =
        column.kind().personalPhones()
            || column.kind().persons()
            || (besideNames && column.kind().phones());
    Matches of =
        personal && column.fixedLines.count() > column.mobiles.count()
            ? column.fixedLines
            : column.mobiles;
    column(file, column, "PersonalPhoneNumbers", of);
  }

  private boolean column(FileInspector file, ColumnWatch column, String rule, Matches matches) {
    if (matches.count() == 0) {
      return false;
    }
    ContentRule content = ContentRules.require(rule);
    Optional<RuleSetting> setting = alarmed(content, column, matches);
    setting.ifPresent(
        said -> {
          count(said.severity(), 1);
          add(content, said.severity(), file, column, matches.first().get(0), false);
        });
    return setting.isPresent();
  }

  /** Cells that count too few persons; each is one finding, the first of a column are listed. */
  void cells(FileInspector file, boolean fromPersons) {
    String rule = file.isFlow() || fromPersons ? "SmallCells" : "SmallCellsOfStatistics";
    for (ColumnWatch column : file.columns()) {
      each(file, column, rule, column.smallCells);
    }
  }

  /** Areas and times that are too fine, in data on the flow of people. */
  void grain(FileInspector file) {
    if (!file.isFlow()) {
      return;
    }
    List<ColumnWatch> columns = file.columns();
    // Where a station or a cell of the mesh stands is no place of a person.
    boolean located =
        columns.stream().anyMatch(column -> column.kind().places() || column.kind().meshes());
    for (ColumnWatch column : columns) {
      if (column.kind().meshes()) {
        each(file, column, "FineMesh", column.fineValues);
      } else if (column.kind().times()) {
        each(file, column, "FineTimes", column.fineValues);
      } else if (!located) {
        each(file, column, "FineCoordinates", column.fineValues);
      }
    }
  }

  private void each(FileInspector file, ColumnWatch column, String rule, Matches matches) {
    if (matches.count() == 0) {
      return;
    }
    ContentRule content = ContentRules.require(rule);
    alarmed(content, column, matches)
        .map(RuleSetting::severity)
        .ifPresent(
            severity -> {
              count(severity, matches.count());
              matches.first().forEach(match -> add(content, severity, file, column, match, true));
            });
  }

  /** The setting of a rule that so many matches set off. */
  private Optional<RuleSetting> alarmed(ContentRule rule, ColumnWatch column, Matches matches) {
    return policy.setting(rule).filter(setting -> setting.alarms(matches.count(), column.filled()));
  }

  private void count(Severity severity, long count) {
    if (severity == Severity.VIOLATION) {
      violations += count;
    } else if (severity == Severity.WARNING) {
      warnings += count;
    }
  }

  /**
   * @param shown whether the value may be repeated: the message of a gate goes further than the
   *     file
   */
  private void add(
      ContentRule rule,
      Severity severity,
      FileInspector file,
      ColumnWatch column,
      Matches.Match match,
      boolean shown) {
    Position at =
        new Position(file.file(), OptionalLong.of(match.row()), Optional.of(column.name()));
    Optional<String> value = shown ? Optional.of(match.value()) : Optional.empty();
    found.add(rule.found(severity, description.graph(), description.iri(), at, value));
  }
}
