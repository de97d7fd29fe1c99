package org.machinami.web.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.machinami.web.records.Databases;
import org.machinami.web.records.Records;

final class RequestRecordsTest {
  private static final Supporter ONE = Supporter.random();
  private static final Supporter OTHER = Supporter.random();

  @TempDir private Path directory;

  private interface Use {
    void of(RequestRecords requests);
  }

  private void with(Databases database, Use use) {
    try (Records records = Records.open(database.fresh(), directory)) {
      use.of(new RequestRecords(records, Clock.systemUTC()));
    }
  }

  private static String add(RequestRecords requests, String wanted, String field, String code) {
    return asked(requests, wanted, field, code).orElseThrow();
  }

  private static Optional<String> asked(
      RequestRecords requests, String wanted, String field, String code) {
    return requests.add(
        new RequestDraft(wanted, "何かに使います", field, code, "", "me@example.org"),
        "ja",
        RequestState.WAITING,
        ONE);
  }

  @ParameterizedTest
  @EnumSource
  void noMoreAreTakenIn_thanCanBeLookedAt(Databases database) {
    try (Records records = Records.open(database.fresh(), directory)) {
      RequestRecords requests = new RequestRecords(records, Clock.systemUTC());
      String first = add(requests, "公園の遊具", "wellness", "13101");
      int others = RequestRecords.MOST_IN_FIRST_STATE - 1;
      records.durably(handle -> fill(handle, others));
      assertEquals(Optional.empty(), asked(requests, "図書館の蔵書", "education", "13101"));
      requests.set(first, RequestState.RECEIVED, "", "", "");
      assertTrue(asked(requests, "図書館の蔵書", "education", "13101").isPresent());
      assertEquals(Optional.empty(), asked(requests, "保育園の空き", "wellness", "13101"));
    }
  }

  private static int fill(Handle handle, int number) {
    PreparedBatch requests =
        handle.prepareBatch(
            "INSERT INTO data_request VALUES (?, TIMESTAMP WITH TIME ZONE '2026-11-25 01:02:03+00',"
                + " 'ja', 'w', 'p', '', '', '', '')");
    PreparedBatch events =
        handle.prepareBatch(
            "INSERT INTO request_event VALUES (?, 1, TIMESTAMP WITH TIME ZONE"
                + " '2026-11-25 01:02:03+00', 'waiting', '', '', '')");
    for (int i = 0; i < number; i++) {
      requests.add("b%07d".formatted(i));
      events.add("b%07d".formatted(i));
    }
    return requests.execute().length + events.execute().length;
  }

  private static List<String> wanted(RequestRecords requests, RequestFilter filter) {
    return requests.list(filter, 0, 10).stream().map(DataRequest::wanted).toList();
  }

  @ParameterizedTest
  @EnumSource
  void request_goesThroughItsStates(Databases database) {
    with(
        database,
        requests -> {
          String id = add(requests, "公園の遊具", "wellness", "13101");
          DataRequest waiting = requests.find(id).orElseThrow();
          assertEquals(RequestState.WAITING, waiting.state());
          assertEquals(1, waiting.supporters());
          assertEquals(List.of(), wanted(requests, RequestFilter.SHOWN));
          requests.set(id, RequestState.RECEIVED, "", "", "");
          long before = requests.revision();
          DataRequest declined =
              requests.set(id, RequestState.DECLINED, "予算がない", "No budget", "").orElseThrow();
          assertNotEquals(before, requests.revision());
          assertEquals("予算がない", declined.last().reasonJa());
          assertEquals(
              List.of(RequestState.WAITING, RequestState.RECEIVED, RequestState.DECLINED),
              requests.events(id).stream().map(RequestEvent::state).toList());
          assertEquals(List.of("公園の遊具"), wanted(requests, RequestFilter.SHOWN));
          assertEquals("me@example.org", declined.contact());
          assertTrue(requests.delete(id));
          assertFalse(requests.delete(id));
          assertEquals(Optional.empty(), requests.find(id));
          assertEquals(List.of(), requests.events(id));
          assertEquals(Optional.empty(), requests.set(id, RequestState.ACCEPTED, "", "", ""));
          assertEquals(Optional.empty(), requests.find("no\u0000id'"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void list_isNarrowedAndOrdered(Databases database) {
    with(
        database,
        requests -> {
          String parks = add(requests, "公園の遊具", "wellness", "13101");
          String buses = add(requests, "バスの位置", "mobility", "13104");
          String trains = add(requests, "電車の位置", "mobility", "13101");
          Stream.of(parks, trains, buses)
              .forEach(id -> requests.set(id, RequestState.RECEIVED, "", "", ""));
          requests.set(parks, RequestState.IN_REVIEW, "", "", "");
          requests.support(trains, OTHER);
          RequestFilter mobility = new RequestFilter("mobility", "", Optional.empty(), true, false);
          assertEquals(List.of("バスの位置", "電車の位置"), wanted(requests, mobility));
          assertEquals(2, requests.count(mobility));
          assertEquals(
              List.of("電車の位置"),
              wanted(
                  requests, new RequestFilter("mobility", "13101", Optional.empty(), true, false)));
          assertEquals(
              List.of("公園の遊具"),
              wanted(
                  requests,
                  new RequestFilter("", "", Optional.of(RequestState.IN_REVIEW), true, false)));
          assertEquals(
              "電車の位置",
              wanted(requests, new RequestFilter("", "", Optional.empty(), true, true)).get(0));
          assertEquals(1, requests.list(RequestFilter.SHOWN, 2, 10).size());
          requests.set(buses, RequestState.HIDDEN, "", "", "");
          assertEquals(List.of("電車の位置"), wanted(requests, mobility));
          assertEquals(3, requests.list(RequestFilter.all(Optional.empty()), 0, 10).size());
        });
  }

  @ParameterizedTest
  @EnumSource
  void support_isCountedOnceForABrowser_alsoWhenItPressesTwiceAtOnce(Databases database) {
    with(
        database,
        requests -> {
          String id = add(requests, "公園の遊具", "", "");
          assertFalse(requests.support(id, ONE));
          long counted =
              IntStream.range(0, 20).parallel().filter(i -> requests.support(id, OTHER)).count();
          assertEquals(1, counted);
          assertEquals(2, requests.find(id).orElseThrow().supporters());
          assertFalse(requests.support("bcdfghjk", OTHER));
        });
  }
}
