package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.machinami.loader.harvest.doubles.CkanDouble;
import org.machinami.loader.harvest.doubles.DcatDouble;
import org.machinami.loader.harvest.doubles.Entries;

/**
 * Serves the Belgian catalogue as CKAN and as DCAT: {@code DATA FOLDER MOST}. Prints both
 * addresses; whenever there is a file {@code change} in the folder, it changes one dataset of a
 * hundred and takes the file away.
 */
final class HarvestDoubles {
  private static final int PAGE = 1_000;
  private static final int EVERY = 100;

  private HarvestDoubles() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Entries entries = BelgianEntries.of(Path.of(arguments[0]), Integer.parseInt(arguments[2]));
    Path change = Path.of(arguments[1]).resolve("change");
    try (CkanDouble ckan = CkanDouble.over(entries);
        DcatDouble dcat = DcatDouble.over(entries, PAGE)) {
      System.out.println("datasets " + entries.size());
      System.out.println("ckan " + ckan.server().address());
      System.out.println("dcat " + dcat.server().address());
      while (true) {
        if (Files.exists(change)) {
          change(entries);
          Files.delete(change);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private static void change(Entries entries) {
    for (int place = 0; place < entries.size(); place += EVERY) {
      entries.change(place, old -> old.titled(old.title() + " (2)", entries.tick()));
    }
  }
}
