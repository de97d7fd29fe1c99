package org.machinami.web.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecordsTest {
  private static final String HOSTILE =
      "'; DROP TABLE data_request; -- <script>alert(1)</script> \u202Eも\uD83D\uDE80\"\\n";

  @TempDir private Path directory;

  private static void fill(Records records) {
    records.durably(
        handle -> {
          handle.execute(
              "INSERT INTO data_request VALUES ('bcdfghjk', TIMESTAMP WITH TIME ZONE '2026-11-25"
                  + " 01:02:03.456+00', 'ja', ?, 'p', '', '13101', '', 'me@example.org')",
              HOSTILE);
          handle.execute(
              "INSERT INTO request_event VALUES ('bcdfghjk', 1, TIMESTAMP WITH TIME ZONE"
                  + " '2026-11-25 10:02:03.456+09', 'waiting', '', '', '')");
          handle.execute(
              "INSERT INTO request_support VALUES ('bcdfghjk', 'abc', TIMESTAMP WITH TIME ZONE"
                  + " '2026-11-25 01:02:03.456+00')");
          return handle.execute(
              "INSERT INTO dataset_usage VALUES (DATE '2026-11-24', 'parks', 7, 3)");
        });
  }

  private static List<String> lines(Records records, Path folder) throws Exception {
    Files.createDirectories(folder);
    RecordsCopy.write(records, folder);
    return Files.readAllLines(folder.resolve("records.jsonl"));
  }

  @ParameterizedTest
  @EnumSource
  void open_again_hasWhatWasKept(Databases database) throws Exception {
    String url = database.fresh();
    List<String> before;
    try (Records records = Records.open(url, directory)) {
      fill(records);
      before = lines(records, directory.resolve("a"));
    }
    try (Records records = Records.open(url, directory)) {
      assertEquals(before, lines(records, directory.resolve("b")));
    }
    assertEquals(6, before.size());
  }

  /** From one kind of database into the other, too. */
  @ParameterizedTest
  @EnumSource
  void copy_takenIn_isTheSameWhateverTheDatabase(Databases database) throws Exception {
    Path backup = directory.resolve("backup");
    List<String> before;
    try (Records records = Records.open(Records.EMBEDDED, directory.resolve("a"))) {
      fill(records);
      before = lines(records, backup);
    }
    assertTrue(before.get(1).contains("DROP TABLE"), before.get(1));
    Path data = Files.createDirectory(directory.resolve("b"));
    RecordsCopy.lay(backup, data);
    String url = database.fresh();
    try (Records records = Records.open(url, data)) {
      assertEquals(before, lines(records, directory.resolve("c")));
    }
    assertFalse(Files.exists(data.resolve("records").resolve("records.jsonl")));
    // A database that has rows keeps them, and the copy is not lost.
    RecordsCopy.lay(backup, data);
    try (Records records = Records.open(url, data)) {
      assertEquals(before, lines(records, directory.resolve("d")));
    }
    assertTrue(Files.exists(data.resolve("records").resolve("records.jsonl.not-needed")));
  }

  @ParameterizedTest
  @EnumSource
  void copy_damaged_saysWhereAndTakesNothingIn(Databases database) throws Exception {
    Path backup = directory.resolve("backup");
    List<String> lines;
    try (Records records = Records.open(Records.EMBEDDED, directory.resolve("a"))) {
      fill(records);
      lines = lines(records, backup);
    }
    String url = database.fresh();
    List<List<String>> broken =
        List.of(
            lines.subList(0, 5),
            List.of(lines.get(0), lines.get(5)),
            List.of(lines.get(0), lines.get(4).replace("7", "\"7\""), "{\"rows\":1}"),
            List.of(lines.get(0), lines.get(4).replace("dataset_usage", "users"), "{\"rows\":1}"),
            List.of("{\"format\":2}"));
    for (List<String> some : broken) {
      Path data = Files.createTempDirectory(directory, "data");
      Files.write(backup.resolve("records.jsonl"), some);
      RecordsCopy.lay(backup, data);
      String message =
          assertThrows(RecordsException.class, () -> Records.open(url, data)).getMessage();
      assertTrue(message.contains("records.jsonl is damaged at line"), message);
      Files.delete(data.resolve("records").resolve("records.jsonl"));
      try (Records records = Records.open(url, data)) {
        assertEquals(2, lines(records, directory.resolve("e")).size());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void durably_failing_changesNothing(Databases database) {
    try (Records records = Records.open(database.fresh(), directory)) {
      assertThrows(
          RecordsUnavailable.class,
          () ->
              records.durably(
                  handle -> {
                    handle.execute(
                        "INSERT INTO dataset_usage VALUES (DATE '2026-11-24', 'parks', 7, 3)");
                    return handle.execute("INSERT INTO no_such_table VALUES (1)");
                  }));
      long rows =
          records.ask(
              handle ->
                  handle.createQuery("SELECT count(*) FROM dataset_usage").mapTo(Long.class).one());
      assertEquals(0, rows);
    }
  }

  @Test
  void open_serverThatDoesNotAnswer_saysSoWithoutThePassword() {
    String message =
        assertThrows(
                RecordsException.class,
                () ->
                    Records.open(
                        "jdbc:postgresql://127.0.0.1:1/city?user=u&password=secret", directory))
            .getMessage();
    assertTrue(message.contains("jdbc:postgresql://127.0.0.1:1/city"), message);
    assertTrue(message.contains("records.url"), message);
    assertFalse(message.contains("secret"), message);
  }

  @Test
  void open_databaseOfSomebodyElse_isLeftAlone() throws Exception {
    String url = Databases.POSTGRESQL.fresh();
    try (java.sql.Connection connection = java.sql.DriverManager.getConnection(url)) {
      connection.createStatement().execute("CREATE TABLE theirs (id INTEGER)");
      String message =
          assertThrows(RecordsException.class, () -> Records.open(url, directory)).getMessage();
      assertTrue(message.contains("Name an empty database"), message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void verification_findsWhatContradictsItself_andAnotherSchema(Databases database) {
    String url = database.fresh();
    try (Records records = Records.open(url, directory)) {
      fill(records);
      assertEquals(List.of(), RecordsVerification.run(records));
      records.durably(handle -> handle.execute("UPDATE request_event SET step = 2"));
      records.durably(handle -> handle.execute("UPDATE dataset_usage SET views = -1"));
      assertEquals(
          List.of(
              "dataset parks on 2026-11-24 was used a negative number of times",
              "request bcdfghjk lacks one of its states"),
          RecordsVerification.run(records));
      records.durably(handle -> handle.execute("DELETE FROM request_event"));
    }
    try (Records records = Records.look(url, directory).orElseThrow()) {
      assertTrue(
          RecordsVerification.run(records).contains("request bcdfghjk has no state"),
          "without opening them to write");
    }
    try (Records records = Records.open(url, directory)) {
      records.durably(
          handle -> handle.execute("UPDATE \"machinami_migrations\" SET \"checksum\" = 1"));
    }
    try (Records records = Records.look(url, directory).orElseThrow()) {
      List<String> faults = RecordsVerification.run(records);
      assertTrue(faults.get(0).startsWith("migration 1: "), faults.toString());
    }
  }

  @Test
  void look_whereThereAreNone_makesNone() {
    assertTrue(Records.look(Records.EMBEDDED, directory).isEmpty());
    assertFalse(Files.exists(directory.resolve("records")));
  }
}
