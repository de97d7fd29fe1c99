package org.machinami.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.state.GraphState;
import org.machinami.store.verify.Verification;

/**
 * kill -9 at random moments of a process that commits: what was answered is there, and the next
 * start needs no hand.
 */
class CrashTest {
  @TempDir Path temporary;

  /** A line of the child: a commit that was answered. */
  private record Answer(long sequence, String hash, String key, long seed) {
    static Answer parse(String line) {
      String[] parts = line.split(" ", 5);
      return new Answer(Long.parseLong(parts[1]), parts[2], parts[3], Long.parseLong(parts[4]));
    }
  }

  @Test
  void kill_twentyTimes_losesNothingAnswered() throws Exception {
    kill(20);
  }

  @Test
  @Tag("nightly")
  void kill_twoHundredTimes_losesNothingAnswered() throws Exception {
    kill(200);
  }

  private void kill(int times) throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Path data = temporary.resolve("data");
    Store.create(data, CrashChild.BASE);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      answers.addAll(run(data, random.nextLong(), random.nextInt(600)));
      check(data, answers);
    }
    assertTrue(answers.size() > times, "answered: " + answers.size());
    System.out.println("kills " + times + ", commits answered " + answers.size());
  }

  /**
   * Runs a child, kills it some milliseconds after it opened the store, gives what it had answered.
   */
  private static List<Answer> run(Path data, long seed, int milliseconds) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                data.toString(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Answer> answers = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("open", out.readLine());
      Thread killer =
          new Thread(
              () -> {
                try {
                  child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                child
                    .toHandle()
                    .destroyForcibly(); // Process.destroyForcibly would close its output unread
              });
      killer.start();
      StringBuilder line = new StringBuilder();
      for (int c = out.read(); c >= 0; c = out.read()) {
        if (c != '\n') {
          line.append((char) c);
        } else {
          answers.add(Answer.parse(line.toString()));
          line.setLength(0);
        }
      }
      killer.join();
      assertTrue(child.waitFor(30, TimeUnit.SECONDS));
      assertEquals(137, child.exitValue(), "the child was not killed");
    }
    return answers;
  }

  private static void check(Path data, List<Answer> answers) {
    try (Store store = Store.open(data)) {
      List<Commit> commits = store.ledger().read(0, Integer.MAX_VALUE);
      for (Answer answer : answers) {
        Commit commit = commits.get((int) answer.sequence() - 1);
        assertEquals(answer.hash(), commit.hash().hex());
        assertEquals(Optional.of(answer.key()), commit.key());
      }
      Map<String, GraphChange> last = new HashMap<>();
      commits.forEach(
          commit -> commit.changes().forEach(change -> last.put(change.graph(), change)));
      last.forEach(
          (graph, change) ->
              assertEquals(
                  change.version(), store.states().find(graph).map(GraphState::version), graph));
      for (GraphChange change : last.values()) {
        change.version().ifPresent(version -> assertNotNull(store.versions().graph(version)));
      }
      if (!answers.isEmpty()) {
        Answer answer = answers.get(answers.size() - 1);
        Commit again = store.commit(CrashChild.request(store, answer.key(), answer.seed()));
        assertEquals(answer.hash(), again.hash().hex());
        assertEquals(answer.sequence(), again.sequence());
      }
    }
    assertEquals(List.of(), Verification.run(data, List.of()).findings());
  }
}
