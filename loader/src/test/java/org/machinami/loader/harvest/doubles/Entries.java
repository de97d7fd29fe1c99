package org.machinami.loader.harvest.doubles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The datasets of a double, to be changed while it runs. Thread-safe. */
public final class Entries {
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final List<String> TOPICS =
      List.of("Trees", "Bridges", "Parks", "Schools", "Buses", "Shelters", "Toilets", "Floods");
  private static final List<String> BODIES =
      List.of("Parks Office", "Roads Office", "Ward of Flowers", "Transit Authority");

  private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
  private Instant now = START;

  /** So many, the same for the same seed. */
  public static Entries random(int count, long seed) {
    Random random = new Random(seed);
    Entries entries = new Entries();
    for (int k = 0; k < count; k++) {
      String id = new UUID(random.nextLong(), random.nextLong()).toString();
      String topic = TOPICS.get(random.nextInt(TOPICS.size()));
      entries.add(
          new Entry(
              id,
              topic + " of area " + k,
              "Where the " + topic.toLowerCase(java.util.Locale.ROOT) + " are, number " + k + ".",
              BODIES.get(random.nextInt(BODIES.size())),
              "cc-by",
              List.of("https://files.example/" + id + ".csv"),
              entries.tick(),
              Map.of("cost_centre", "K" + random.nextInt(100))));
    }
    return entries;
  }

  /** A moment later than all before. */
  public synchronized Instant tick() {
    now = now.plusSeconds(7);
    return now;
  }

  public void add(Entry entry) {
    entries.add(entry);
  }

  public List<Entry> all() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }

  public Entry get(int place) {
    return entries.get(place);
  }

  public int size() {
    return entries.size();
  }

  public void change(int place, UnaryOperator<Entry> change) {
    entries.set(place, change.apply(entries.get(place)));
  }

  public void removeIf(Predicate<Entry> which) {
    entries.removeIf(which);
  }

  public void replaceAll(UnaryOperator<Entry> change) {
    entries.replaceAll(change);
  }
}
