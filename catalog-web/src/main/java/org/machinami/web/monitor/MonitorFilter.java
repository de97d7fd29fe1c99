package org.machinami.web.monitor;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.machinami.web.language.Coded;
import org.machinami.web.page.QueryString;
import org.machinami.web.problem.Problem;

/**
 * What a list is narrowed to; an empty text or option narrows nothing.
 *
 * @param sector as {@link IdParameter} has it, like publisher and stage
 * @param from first day, of decisions only
 * @param to last day, of decisions only
 * @param stage of personal data, of datasets only
 * @param fresh of datasets only
 */
record MonitorFilter(
    Optional<Kind> kind,
    String sector,
    String publisher,
    String clause,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    String stage,
    Optional<Freshness> fresh) {
  private static final int LONGEST = 500;

  static final MonitorFilter NONE =
      new MonitorFilter(
          Optional.empty(), "", "", "", Optional.empty(), Optional.empty(), "", Optional.empty());

  /**
   * Reads it from the query of an address.
   *
   * @throws Problem 400 when a value is none that there can be
   */
  static MonitorFilter of(MultivaluedMap<String, String> asked) {
    return new MonitorFilter(
        choice(asked, "kind", id -> Coded.find(Kind.class, id)),
        text(asked, "sector"),
        text(asked, "publisher"),
        text(asked, "clause"),
        day(asked, "from"),
        day(asked, "to"),
        text(asked, "stage"),
        choice(asked, "fresh", id -> Coded.find(Freshness.class, id)));
  }

  private static String text(MultivaluedMap<String, String> asked, String name) {
    String value = Optional.ofNullable(asked.getFirst(name)).orElse("");
    if (value.length() > LONGEST) {
      throw Problem.badParameter(name, value.substring(0, 40), "problem.bad-request.monitor");
    }
    return value;
  }

  private static <T> Optional<T> choice(
      MultivaluedMap<String, String> asked,
      String name,
      java.util.function.Function<String, Optional<T>> find) {
    String value = text(asked, name);
    Optional<T> found = find.apply(value);
    if (!value.isEmpty() && found.isEmpty()) {
      throw Problem.badParameter(name, value, "problem.bad-request.monitor");
    }
    return found;
  }

  private static Optional<LocalDate> day(MultivaluedMap<String, String> asked, String name) {
    String value = text(asked, name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      throw Problem.badParameter(name, value, "problem.bad-request.monitor-day");
    }
  }

  boolean takes(Decision decision) {
    LocalDate day = decision.day();
    return kind.filter(one -> one != decision.kind()).isEmpty()
        && IdParameter.takes(sector, decision.sector())
        && IdParameter.takes(publisher, decision.publisher())
        && (clause.isEmpty() || decision.clauses().contains(clause))
        && from.filter(day::isBefore).isEmpty()
        && to.filter(day::isAfter).isEmpty();
  }

  boolean takes(Standing standing, LocalDate today) {
    return kind.filter(one -> one != standing.kind()).isEmpty()
        && IdParameter.takes(sector, standing.sector())
        && IdParameter.takes(publisher, standing.publisher())
        && (clause.isEmpty() || standing.clauses().contains(clause))
        && IdParameter.takes(stage, standing.stage())
        && fresh.filter(one -> one != standing.freshness(today)).isEmpty();
  }

  MonitorFilter withKind(Kind one) {
    return new MonitorFilter(Optional.of(one), sector, publisher, clause, from, to, stage, fresh);
  }

  /** To those of a sector; empty: that name none. */
  MonitorFilter withSector(String id) {
    return new MonitorFilter(kind, IdParameter.of(id), publisher, clause, from, to, stage, fresh);
  }

  /** To those of a publisher; empty: that name none. */
  MonitorFilter withPublisher(String id) {
    return new MonitorFilter(kind, sector, IdParameter.of(id), clause, from, to, stage, fresh);
  }

  MonitorFilter withClause(String one) {
    return new MonitorFilter(kind, sector, publisher, one, from, to, stage, fresh);
  }

  /** To those of a stage of personal data; empty: that name none. */
  MonitorFilter withStage(String id) {
    return new MonitorFilter(kind, sector, publisher, clause, from, to, IdParameter.of(id), fresh);
  }

  MonitorFilter withFreshness(Freshness one) {
    return new MonitorFilter(kind, sector, publisher, clause, from, to, stage, Optional.of(one));
  }

  MonitorFilter within(Span span) {
    return new MonitorFilter(
        kind,
        sector,
        publisher,
        clause,
        Optional.of(span.from()),
        Optional.of(span.to()),
        stage,
        fresh);
  }

  /** The path of a list that is narrowed so. */
  String path(String list, int page) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("kind", kind.map(Kind::id).orElse(""));
    parameters.put("sector", sector);
    parameters.put("publisher", publisher);
    parameters.put("clause", clause);
    parameters.put("from", from.map(LocalDate::toString).orElse(""));
    parameters.put("to", to.map(LocalDate::toString).orElse(""));
    parameters.put("stage", stage);
    parameters.put("fresh", fresh.map(Freshness::id).orElse(""));
    parameters.put("page", page == 1 ? "" : Integer.toString(page));
    return "monitor/" + list + QueryString.of(parameters);
  }

  String decisions() {
    return path("decisions", 1);
  }

  String datasets() {
    return path("datasets", 1);
  }
}
