package org.machinami.web.reach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.machinami.loader.reach.Answer.Outcome;
import org.machinami.web.records.Records;
import org.machinami.web.records.SqlFiles;

/** What is known of addresses. Thread-safe. */
final class LinkRecords {
  private static final Instant NEVER = Instant.EPOCH;
  private static final int BATCH = 500;

  private final Records records;
  private final SqlFiles sql = new SqlFiles(LinkRecords.class);

  LinkRecords(Records records) {
    this.records = records;
  }

  /** Keeps what is known of an address now. */
  void put(LinkState state) {
    records.ask(
        handle -> {
          for (String query : List.of("update", "add")) {
            int rows =
                handle
                    .createUpdate(sql.of(query))
                    .bind("id", LinkState.id(state.address()))
                    .bind("address", state.address())
                    .bind("checked", Records.time(state.checked()))
                    .bind("outcome", state.outcome().id())
                    .bind("status", state.status())
                    .bind("answered", Records.time(state.answered().orElse(NEVER)))
                    .bind("failing", Records.time(state.failing().orElse(NEVER)))
                    .bind("failures", state.failures())
                    .bind("due", Records.time(state.due()))
                    .bind("saidJa", state.saidJa())
                    .bind("saidEn", state.saidEn())
                    .execute();
            if (rows > 0) {
              return rows;
            }
          }
          return 0;
        });
  }

  /** All of it, by address. */
  Map<String, LinkState> all() {
    return records.ask(
        handle ->
            byAddress(handle.createQuery(sql.of("all")).map((row, context) -> state(row)).list()));
  }

  /** What is known of some addresses. */
  Map<String, LinkState> find(Collection<String> addresses) {
    if (addresses.isEmpty()) {
      return Map.of();
    }
    List<String> ids = addresses.stream().map(LinkState::id).toList();
    return records.ask(
        handle ->
            byAddress(
                handle
                    .createQuery(sql.of("find"))
                    .bindList("ids", ids)
                    .map((row, context) -> state(row))
                    .list()));
  }

  private static Map<String, LinkState> byAddress(List<LinkState> states) {
    return states.stream().collect(Collectors.toMap(LinkState::address, Function.identity()));
  }

  /** Forgets addresses that nothing points to any more. */
  void forget(Collection<String> addresses) {
    List<String> ids = addresses.stream().map(LinkState::id).toList();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> some = ids.subList(from, Math.min(from + BATCH, ids.size()));
      records.ask(handle -> handle.createUpdate(sql.of("forget")).bindList("ids", some).execute());
    }
  }

  /** Keeps which datasets point to the addresses that do not answer. */
  void putUses(Map<String, SortedSet<String>> datasets) {
    records.ask(
        handle -> {
          handle.createUpdate(sql.of("no-uses")).execute();
          var batch = handle.prepareBatch(sql.of("use"));
          int rows = 0;
          for (Map.Entry<String, SortedSet<String>> use : datasets.entrySet()) {
            for (String dataset : use.getValue()) {
              batch.bind("link", LinkState.id(use.getKey())).bind("dataset", dataset).add();
              rows++;
            }
          }
          return rows == 0 ? 0 : batch.execute().length;
        });
  }

  /** The addresses that do not answer, those first that have failed for longest, with datasets. */
  List<DeadLink> dead() {
    return records.ask(
        handle -> {
          Map<String, LinkState> states = new java.util.LinkedHashMap<>();
          Map<String, SortedSet<String>> datasets = new HashMap<>();
          handle
              .createQuery(sql.of("dead"))
              .map(
                  (row, context) -> {
                    LinkState state = state(row);
                    states.put(state.address(), state);
                    return datasets
                        .computeIfAbsent(state.address(), key -> new TreeSet<>())
                        .add(row.getString("dataset"));
                  })
              .list();
          List<DeadLink> dead = new ArrayList<>();
          states.forEach(
              (address, state) ->
                  dead.add(new DeadLink(state, List.copyOf(datasets.get(address)))));
          return dead;
        });
  }

  /**
   * An address that does not answer.
   *
   * @param datasets ids of those that point there
   */
  record DeadLink(LinkState state, List<String> datasets) {}

  /** Keeps a round. */
  void add(LinkRun run) {
    records.durably(
        handle ->
            handle
                .createUpdate(sql.of("add-run"))
                .bind("id", run.id())
                .bind("started", Records.time(run.started()))
                .bind("ended", Records.time(run.ended()))
                .bind("addresses", run.addresses())
                .bind("asked", run.asked())
                .bind("answered", run.answered())
                .bind("failed", run.failed())
                .bind("failing", run.failing())
                .execute());
  }

  /** The last round, if there was one. */
  Optional<LinkRun> findLatest() {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.of("latest"))
                .map(
                    (row, context) ->
                        new LinkRun(
                            row.getString("id"),
                            Records.instant(row, "started"),
                            Records.instant(row, "ended"),
                            row.getLong("addresses"),
                            row.getLong("asked"),
                            row.getLong("answered"),
                            row.getLong("failed"),
                            row.getLong("failing")))
                .findFirst());
  }

  private static LinkState state(ResultSet row) throws SQLException {
    return new LinkState(
        row.getString("address"),
        Records.instant(row, "checked"),
        Outcome.of(row.getString("outcome")),
        row.getInt("status"),
        time(row, "answered"),
        time(row, "failing"),
        row.getInt("failures"),
        Records.instant(row, "due"),
        row.getString("said_ja"),
        row.getString("said_en"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.of(Records.instant(row, column)).filter(time -> !time.equals(NEVER));
  }
}
