package org.machinami.web.monitor.whatif;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.machinami.loader.policy.WhatIfFile;
import org.machinami.loader.policy.WhatIfReport;
import org.machinami.shapes.Outcome;
import org.machinami.web.page.QueryString;
import org.machinami.web.problem.Problem;

/**
 * What the list of datasets is narrowed to; an empty text narrows nothing, {@value #NONE} means
 * those that name none.
 *
 * @param publisher IRI
 * @param sector IRI
 * @param clause number
 * @param then id of the outcome under the draft
 * @param all whether as many as can be printed stand on one page
 */
public record WhatIfFilter(
    String publisher, String sector, String clause, String then, int page, boolean all) {
  static final String NONE = "none";

  private static final int LONGEST = 2_000;
  private static final Set<String> OUTCOMES =
      Stream.of(Outcome.values()).map(Outcome::id).collect(Collectors.toUnmodifiableSet());

  /** Nothing is narrowed. */
  static final WhatIfFilter WHOLE = new WhatIfFilter("", "", "", "", 1, false);

  /**
   * Reads it from the query of an address.
   *
   * @throws Problem 400 when a value is none that there can be
   */
  static WhatIfFilter of(MultivaluedMap<String, String> asked) {
    String then = text(asked, "then");
    if (!then.isEmpty() && !OUTCOMES.contains(then)) {
      throw Problem.badParameter("then", then, "problem.bad-request.monitor");
    }
    String page = text(asked, "page");
    if (!page.matches("|[1-9][0-9]{0,5}")) {
      throw Problem.badParameter("page", page, "problem.bad-request.page");
    }
    return new WhatIfFilter(
        text(asked, "publisher"),
        text(asked, "sector"),
        text(asked, "clause"),
        then,
        page.isEmpty() ? 1 : Integer.parseInt(page),
        text(asked, "list").equals("all"));
  }

  private static String text(MultivaluedMap<String, String> asked, String name) {
    String value = Optional.ofNullable(asked.getFirst(name)).orElse("");
    if (value.length() > LONGEST) {
      throw Problem.badParameter(name, value.substring(0, 40), "problem.bad-request.monitor");
    }
    return value;
  }

  boolean takes(WhatIfReport.Judged one, Map<String, WhatIfFile.Rule> rules) {
    return fits(publisher, one.publisher())
        && fits(sector, one.sector())
        && (then.isEmpty() || then.equals(one.after().id()))
        && (clause.isEmpty()
            || Stream.concat(one.gained().stream(), one.lost().stream())
                .map(found -> rules.get(found.shape()))
                .anyMatch(rule -> rule != null && rule.clause().equals(clause)));
  }

  private static boolean fits(String wanted, String value) {
    return wanted.isEmpty() || wanted.equals(value.isEmpty() ? NONE : value);
  }

  /** Whether anything is narrowed. */
  public boolean isNarrow() {
    return !(publisher + sector + clause + then).isEmpty();
  }

  WhatIfFilter withPublisher(String iri) {
    return new WhatIfFilter(iri.isEmpty() ? NONE : iri, sector, clause, then, 1, all);
  }

  WhatIfFilter withSector(String iri) {
    return new WhatIfFilter(publisher, iri.isEmpty() ? NONE : iri, clause, then, 1, all);
  }

  WhatIfFilter withClause(String number) {
    return new WhatIfFilter(publisher, sector, number, then, 1, all);
  }

  WhatIfFilter withThen(Outcome outcome) {
    return new WhatIfFilter(publisher, sector, clause, outcome.id(), 1, all);
  }

  WhatIfFilter withPage(int number) {
    return new WhatIfFilter(publisher, sector, clause, then, number, all);
  }

  WhatIfFilter whole(boolean onOnePage) {
    return new WhatIfFilter(publisher, sector, clause, then, 1, onOnePage);
  }

  /** The path of a report that is narrowed so, at its list. */
  String path(String run) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("publisher", publisher);
    parameters.put("sector", sector);
    parameters.put("clause", clause);
    parameters.put("then", then);
    parameters.put("page", page == 1 ? "" : Integer.toString(page));
    parameters.put("list", all ? "all" : "");
    return "monitor/what-if/" + run + QueryString.of(parameters) + "#datasets";
  }
}
