package org.machinami.web.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.Query;
import org.machinami.web.records.Records;

/**
 * Requests as they are kept. Whatever changes one is on disk when the method returns. Thread-safe.
 */
public final class RequestRecords {
  /** Most requests of a {@link #list}. */
  public static final int MOST = 1_000;

  /** More that nobody has looked at yet are not taken in: somebody sends them by a program. */
  static final int MOST_IN_FIRST_STATE = 1_000;

  private final Records records;
  private final Clock clock;
  private final Sql sql = new Sql();

  /** Begins with the time of the start, so that two runs never have the same one. */
  private final AtomicLong revision;

  public RequestRecords(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
    this.revision = new AtomicLong(clock.millis() << 20);
  }

  /** The queries, by the files beside this package. */
  private static final class Sql {
    private final String add = read("add");
    private final String addEvent = read("add-event");
    private final String addSupport = read("add-support");
    private final String find = read("find");
    private final String list = narrowed("list");
    private final String count = narrowed("count");
    private final String events = read("events");
    private final String delete = read("delete");

    private static String narrowed(String name) {
      return read(name).replace("<filtered>", read("filtered"));
    }

    private static String read(String name) {
      return ClasspathSqlLocator.removingComments()
          .getResource(
              RequestRecords.class.getClassLoader(),
              "org/machinami/web/request/RequestRecords/" + name + ".sql");
    }
  }

  /** Changes whenever any request does, and with each start. */
  public long revision() {
    return revision.get();
  }

  /**
   * Takes one in.
   *
   * @param supporter of the asker
   * @return its id; empty where {@value #MOST_IN_FIRST_STATE} are in that state, and nothing
   *     changes
   */
  Optional<String> add(
      RequestDraft draft, String language, RequestState state, Supporter supporter) {
    Instant now = now();
    String id = RequestIds.next();
    RequestFilter same = RequestFilter.all(Optional.of(state));
    return changed(
        handle -> {
          if (count(handle, same) >= MOST_IN_FIRST_STATE) {
            return Optional.empty();
          }
          handle
              .createUpdate(sql.add)
              .bind("id", id)
              .bind("created", time(now))
              .bind("language", language)
              .bind("wanted", draft.wanted())
              .bind("purpose", draft.purpose())
              .bind("field", draft.field())
              .bind("municipality", draft.municipality())
              .bind("about", draft.about())
              .bind("contact", draft.contact())
              .execute();
          add(handle, id, RequestEvent.of(now, state));
          add(handle, id, supporter, now);
          return Optional.of(id);
        });
  }

  private void add(Handle handle, String id, RequestEvent event) {
    handle
        .createUpdate(sql.addEvent)
        .bind("request", id)
        .bind("occurred", time(event.at()))
        .bind("state", event.state().id())
        .bind("reasonJa", event.reasonJa())
        .bind("reasonEn", event.reasonEn())
        .bind("dataset", event.dataset())
        .execute();
  }

  private boolean add(Handle handle, String id, Supporter supporter, Instant now) {
    return handle
            .createUpdate(sql.addSupport)
            .bind("request", id)
            .bind("supporter", supporter.of(id))
            .bind("occurred", time(now))
            .execute()
        > 0;
  }

  /**
   * Counts one more who needs it.
   *
   * @return whether that browser had not said so before
   */
  boolean support(String id, Supporter supporter) {
    return changed(handle -> add(handle, id, supporter, now()));
  }

  /**
   * Brings a request into a state.
   *
   * @return the request, empty when there is none of that id
   */
  public Optional<DataRequest> set(
      String id, RequestState state, String reasonJa, String reasonEn, String dataset) {
    return changed(
        handle -> {
          Optional<DataRequest> found = find(handle, id);
          if (found.isPresent()) {
            add(handle, id, new RequestEvent(now(), state, reasonJa, reasonEn, dataset));
          }
          return found.flatMap(request -> find(handle, id));
        });
  }

  /** Takes a request away with all that is known of it; whether there was one. */
  public boolean delete(String id) {
    return changed(handle -> handle.createUpdate(sql.delete).bind("id", id).execute() > 0);
  }

  /** The request of that id, whatever its state. */
  public Optional<DataRequest> find(String id) {
    return RequestIds.isOne(id) ? records.ask(handle -> find(handle, id)) : Optional.empty();
  }

  private Optional<DataRequest> find(Handle handle, String id) {
    return handle
        .createQuery(sql.find)
        .bind("id", id)
        .map((row, context) -> request(row))
        .findOne();
  }

  /** The states that a request has gone through, the first one first. */
  public List<RequestEvent> events(String id) {
    return records.ask(
        handle ->
            handle
                .createQuery(sql.events)
                .bind("request", id)
                .map((row, context) -> event(row))
                .list());
  }

  /** So many of them; at most {@value #MOST}. */
  public List<DataRequest> list(RequestFilter filter, int offset, int limit) {
    return records.ask(
        handle ->
            filtered(handle.createQuery(sql.list), filter)
                .bind("mostNeeded", filter.mostNeeded())
                .bind("offset", offset)
                .bind("limit", Math.min(limit, MOST))
                .map((row, context) -> request(row))
                .list());
  }

  /** How many there are. */
  public long count(RequestFilter filter) {
    return records.ask(handle -> count(handle, filter));
  }

  private long count(Handle handle, RequestFilter filter) {
    return filtered(handle.createQuery(sql.count), filter).mapTo(Long.class).one();
  }

  private static Query filtered(Query query, RequestFilter filter) {
    return query
        .bind("field", filter.field())
        .bind("municipality", filter.municipality())
        .bind("state", filter.state().map(RequestState::id).orElse(""))
        .bind("all", !filter.shown())
        .bindList("shownStates", RequestState.SHOWN.stream().map(RequestState::id).toList());
  }

  /** One after the other, so that a double click is no error and states have an order. */
  private synchronized <T> T changed(Function<Handle, T> work) {
    T result = records.durably(work);
    revision.incrementAndGet();
    return result;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static DataRequest request(ResultSet row) throws SQLException {
    return new DataRequest(
        row.getString("id"),
        instant(row, "created"),
        row.getString("language"),
        row.getString("wanted"),
        row.getString("purpose"),
        row.getString("field"),
        row.getString("municipality"),
        row.getString("about"),
        row.getString("contact"),
        row.getLong("supporters"),
        event(row));
  }

  private static RequestEvent event(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new RequestEvent(
        instant(row, "occurred"),
        RequestState.find(state)
            .orElseThrow(() -> new IllegalStateException("no state of a request: " + state)),
        row.getString("reason_ja"),
        row.getString("reason_en"),
        row.getString("dataset"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
