package org.machinami.web.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table whose rows are copied.
 *
 * @param order columns that give rows their order
 */
record CopiedTable(String name, List<Column> columns, String order) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All of them, those that others refer to first. */
  static final List<CopiedTable> ALL =
      List.of(
          new CopiedTable(
              "data_request",
              List.of(
                  text("id"),
                  time("created"),
                  text("language"),
                  text("wanted"),
                  text("purpose"),
                  text("field"),
                  text("municipality"),
                  text("about"),
                  text("contact")),
              "created, id"),
          new CopiedTable(
              "request_event",
              List.of(
                  text("request"),
                  number("step"),
                  time("occurred"),
                  text("state"),
                  text("reason_ja"),
                  text("reason_en"),
                  text("dataset")),
              "request, step"),
          new CopiedTable(
              "request_support",
              List.of(text("request"), text("supporter"), time("occurred")),
              "request, supporter"),
          new CopiedTable(
              "dataset_usage",
              List.of(day("used_on"), text("dataset"), number("views"), number("downloads")),
              "used_on, dataset"),
          new CopiedTable(
              "account",
              List.of(
                  text("id"),
                  text("login"),
                  text("name"),
                  text("organisation"),
                  text("state"),
                  text("password"),
                  time("created")),
              "id"),
          new CopiedTable(
              "account_grant",
              List.of(text("account"), text("role"), text("publisher")),
              "account, role, publisher"),
          new CopiedTable(
              "account_identity",
              List.of(text("issuer"), text("subject"), text("account")),
              "issuer, subject"),
          new CopiedTable(
              "draft",
              List.of(
                  text("id"),
                  text("dataset"),
                  text("publisher"),
                  text("state"),
                  number("base"),
                  text("sent"),
                  time("created"),
                  time("changed")),
              "id"),
          new CopiedTable(
              "draft_version",
              List.of(
                  text("draft"),
                  number("version"),
                  text("account"),
                  text("name"),
                  time("saved"),
                  text("description"),
                  text("mapping")),
              "draft, version"),
          new CopiedTable(
              "draft_file",
              List.of(text("draft"), text("name"), text("sha256"), number("bytes"), time("added")),
              "draft, name"),
          new CopiedTable(
              "draft_answer",
              List.of(
                  text("draft"),
                  text("rule"),
                  text("reply"),
                  text("given_by"),
                  time("given"),
                  text("files")),
              "draft, rule"),
          new CopiedTable(
              "draft_step",
              List.of(
                  text("draft"),
                  number("step"),
                  text("account"),
                  text("name"),
                  time("occurred"),
                  text("kind"),
                  number("version"),
                  text("reason")),
              "draft, step"),
          new CopiedTable(
              "withdrawal",
              List.of(
                  text("id"),
                  text("dataset"),
                  text("publisher"),
                  text("state"),
                  text("reason_ja"),
                  text("reason_en"),
                  text("account"),
                  text("name"),
                  time("asked"),
                  text("decided_by"),
                  text("decided_name"),
                  text("decided_reason"),
                  time("decided")),
              "id"),
          new CopiedTable(
              "committee_question",
              List.of(
                  text("id"),
                  text("dataset"),
                  text("publisher"),
                  text("clause"),
                  day("due"),
                  text("sent"),
                  time("created")),
              "id"),
          new CopiedTable(
              "committee_question_step",
              List.of(
                  text("question"),
                  number("step"),
                  text("account"),
                  text("name"),
                  time("occurred"),
                  text("kind"),
                  text("said")),
              "question, step"),
          new CopiedTable(
              "harvest_run",
              List.of(
                  text("id"),
                  text("source"),
                  time("started"),
                  time("ended"),
                  text("cause"),
                  text("agent"),
                  text("outcome"),
                  number("told"),
                  number("added"),
                  number("changed"),
                  number("unchanged"),
                  number("deleted"),
                  number("refused"),
                  number("linked"),
                  text("said_ja"),
                  text("said_en")),
              "id"),
          new CopiedTable(
              "harvest_line",
              List.of(
                  text("run"),
                  number("number"),
                  text("kind"),
                  text("record"),
                  text("clause"),
                  text("said_ja"),
                  text("said_en")),
              "run, number"),
          new CopiedTable(
              "link_check",
              List.of(
                  text("id"),
                  text("address"),
                  time("checked"),
                  text("outcome"),
                  number("status"),
                  time("answered"),
                  time("failing"),
                  number("failures"),
                  time("due"),
                  text("said_ja"),
                  text("said_en")),
              "id"),
          new CopiedTable("link_use", List.of(text("link"), text("dataset")), "link, dataset"),
          new CopiedTable(
              "link_run",
              List.of(
                  text("id"),
                  time("started"),
                  time("ended"),
                  number("addresses"),
                  number("asked"),
                  number("answered"),
                  number("failed"),
                  number("failing")),
              "id"));

  /** What a column holds; none is ever empty. */
  enum Kind {
    TEXT,
    NUMBER,
    DAY,
    TIME
  }

  /** A column. */
  record Column(String name, Kind kind) {}

  CopiedTable {
    columns = List.copyOf(columns);
  }

  String query() {
    return "SELECT " + names(", ") + " FROM " + name + " ORDER BY " + order;
  }

  String insert() {
    return "INSERT INTO " + name + " (" + names(", ") + ") VALUES (:" + names(", :") + ")";
  }

  private String names(String separator) {
    return columns.stream().map(Column::name).collect(Collectors.joining(separator));
  }

  /** A row of the query. */
  ObjectNode row(ResultSet result) throws SQLException {
    ObjectNode row = JSON.createObjectNode();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int at = i + 1;
      switch (column.kind()) {
        case TEXT -> row.put(column.name(), result.getString(at));
        case NUMBER -> row.put(column.name(), result.getLong(at));
        case DAY -> row.put(column.name(), result.getObject(at, LocalDate.class).toString());
        case TIME ->
            row.put(
                column.name(), result.getObject(at, OffsetDateTime.class).toInstant().toString());
      }
    }
    return row;
  }

  /**
   * The value of a column, to be inserted.
   *
   * @throws IllegalArgumentException when the row lacks it or it is of another kind
   */
  static Object value(JsonNode row, Column column) {
    JsonNode value = row.path(column.name());
    boolean number = column.kind() == Kind.NUMBER;
    if (number ? !value.isIntegralNumber() : !value.isTextual()) {
      throw new IllegalArgumentException(column.name() + " is " + value);
    }
    return switch (column.kind()) {
      case TEXT -> value.textValue();
      case NUMBER -> value.longValue();
      case DAY -> LocalDate.parse(value.textValue());
      case TIME -> java.time.Instant.parse(value.textValue()).atOffset(ZoneOffset.UTC);
    };
  }

  private static Column text(String name) {
    return new Column(name, Kind.TEXT);
  }

  private static Column number(String name) {
    return new Column(name, Kind.NUMBER);
  }

  private static Column day(String name) {
    return new Column(name, Kind.DAY);
  }

  private static Column time(String name) {
    return new Column(name, Kind.TIME);
  }
}
