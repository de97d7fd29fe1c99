package org.machinami.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;

class FileLedgerTest extends LedgerContract {
  @TempDir Path directory;

  @Override
  protected Ledger open(Clock clock) {
    return FileLedger.open(directory, BASE, () -> {}, clock);
  }

  private Path file() {
    return directory.resolve(FileLedger.NAME);
  }

  private List<Commit> write(int commits) {
    List<Commit> answered = new ArrayList<>();
    try (Ledger ledger = open(Clock.systemUTC())) {
      for (int i = 0; i < commits; i++) {
        answered.add(ledger.append(request("g" + i, Optional.of("k" + i))));
      }
    }
    return answered;
  }

  private void change(List<String> lines) throws IOException {
    Files.write(file(), lines);
  }

  private StoreException refusal() {
    return assertThrows(StoreException.class, () -> open(Clock.systemUTC()).close());
  }

  @Test
  void line_hasFieldsInFixedOrderAndHashLast() throws Exception {
    Commit commit = write(1).get(0);
    String line = Files.readString(file());
    assertTrue(line.startsWith("{\"sequence\":1,\"time\":\""), line);
    String body = line.substring(0, line.indexOf(",\"hash\":"));
    assertEquals(commit.hash(), Hash.of(body.getBytes(StandardCharsets.UTF_8)));
    assertEquals(body + ",\"hash\":\"" + commit.hash() + "\"}\n", line);
  }

  @Test
  void open_tornLastLine_isPutAside() throws Exception {
    List<Commit> answered = write(3);
    Files.writeString(file(), "{\"sequence\":4,\"time\":\"20", StandardOpenOption.APPEND);
    try (Ledger ledger = open(Clock.systemUTC())) {
      assertEquals(answered, ledger.read(0, 10));
      assertEquals(4, ledger.append(request("next", Optional.empty())).sequence());
    }
    try (Stream<Path> files = Files.list(directory)) {
      Path aside =
          files.filter(f -> f.getFileName().toString().startsWith("torn-4-")).findAny().get();
      assertEquals("{\"sequence\":4,\"time\":\"20", Files.readString(aside));
    }
    write(0); // opens cleanly
  }

  @Test
  void open_zerosAfterTheLastLine_arePutAside() throws Exception {
    write(3);
    Files.write(file(), new byte[5000], StandardOpenOption.APPEND);
    assertEquals(3, open(Clock.systemUTC()).head());
  }

  @Test
  void open_lastLineNeverAnsweredAndWrong_isPutAside() throws Exception {
    List<Commit> answered = write(3);
    Files.delete(directory.resolve("checkpoint"));
    String text = Files.readString(file());
    Files.writeString(file(), text.substring(0, text.length() - 10) + "ffffff\"}\n");
    try (Ledger ledger = open(Clock.systemUTC())) {
      assertEquals(answered.subList(0, 2), ledger.read(0, 10));
    }
  }

  @Test
  void open_lineEdited_namesTheLine() throws Exception {
    write(5);
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    lines.set(2, lines.get(2).replace("because", "becausf"));
    change(lines);
    StoreException refusal = refusal();
    assertEquals(Code.DAMAGED, refusal.code());
    assertTrue(refusal.getMessage().contains("line 3: the line does not match its hash"));
  }

  @Test
  void open_lineRemoved_namesTheLine() throws Exception {
    write(5);
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    lines.remove(1);
    change(lines);
    assertTrue(refusal().getMessage().contains("line 2: it says that it is commit 3"));
  }

  @Test
  void open_linesSwapped_namesTheLine() throws Exception {
    write(5);
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    Collections.swap(lines, 1, 2);
    change(lines);
    assertTrue(refusal().getMessage().contains("line 2: it says that it is commit 3"));
  }

  @Test
  void open_tailCut_isRefused() throws Exception {
    write(5);
    change(Files.readAllLines(file()).subList(0, 3));
    StoreException refusal = refusal();
    assertEquals(Code.DAMAGED, refusal.code());
    assertTrue(refusal.getMessage().contains("ends with commit 3, but had reached commit 5"));
  }

  @Test
  void open_otherBase_isRefused() {
    write(1);
    StoreException refusal =
        assertThrows(
            StoreException.class,
            () ->
                FileLedger.open(directory, "https://other.example/", () -> {}, Clock.systemUTC()));
    assertTrue(refusal.getMessage().contains("another base"));
  }

  @Test
  void append_waitingThreads_shareOneSync() throws Exception {
    AtomicInteger syncs = new AtomicInteger();
    CountDownLatch firstGroup = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Runnable before =
        () -> {
          if (syncs.incrementAndGet() == 1) {
            firstGroup.countDown();
            awaitUnchecked(go);
          }
        };
    ExecutorService pool = Executors.newCachedThreadPool();
    try (FileLedger ledger = FileLedger.open(directory, BASE, before, Clock.systemUTC())) {
      List<Future<Commit>> answers = new ArrayList<>();
      answers.add(pool.submit(() -> ledger.append(request("first", Optional.empty()))));
      firstGroup.await();
      for (int i = 0; i < 20; i++) {
        String name = "g" + i;
        answers.add(pool.submit(() -> ledger.append(request(name, Optional.empty()))));
      }
      while (ledger.waiting() < 20) {
        Thread.onSpinWait();
      }
      go.countDown();
      for (Future<Commit> answer : answers) {
        answer.get();
      }
      assertEquals(21, ledger.head());
      assertEquals(2, syncs.get());
    } finally {
      pool.shutdownNow();
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void append_beforeLinesFails_nothingIsCommittedAndTheNextWorks() {
    AtomicInteger calls = new AtomicInteger();
    Runnable failsOnce =
        () -> {
          if (calls.incrementAndGet() == 1) {
            throw new StoreException(Code.DISK_FULL, "full");
          }
        };
    try (Ledger ledger = FileLedger.open(directory, BASE, failsOnce, Clock.systemUTC())) {
      CommitRequest request = request("a", Optional.of("k"));
      StoreException refusal = assertThrows(StoreException.class, () -> ledger.append(request));
      assertEquals(Code.DISK_FULL, refusal.code());
      assertEquals(0, ledger.head());
      assertEquals(1, ledger.append(request).sequence());
    }
  }

  @Test
  void reader_sameFile_seesWhatIsComplete() throws Exception {
    try (Ledger ledger = open(Clock.systemUTC());
        LedgerReader reader = FileLedgerReader.open(directory, BASE)) {
      assertEquals(0, reader.head());
      Commit commit = ledger.append(request("a", Optional.empty()));
      assertTrue(reader.await(0, Duration.ofSeconds(10)));
      assertEquals(List.of(commit), reader.read(0, 10));
      Files.writeString(file(), "{\"sequence\":2,", StandardOpenOption.APPEND);
      assertEquals(1, reader.head());
    }
  }

  @Test
  void reader_noFileYet_isEmpty() {
    try (LedgerReader reader = FileLedgerReader.open(directory, BASE)) {
      assertEquals(0, reader.head());
      assertEquals(List.of(), reader.read(0, 5));
    }
  }
}
