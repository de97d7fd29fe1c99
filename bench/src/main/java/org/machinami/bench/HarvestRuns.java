package org.machinami.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.machinami.loader.Progress;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.harvest.Harvest;
import org.machinami.loader.harvest.HarvestOptions;
import org.machinami.loader.harvest.HarvestRecipe;
import org.machinami.loader.harvest.HarvestReport;
import org.machinami.loader.harvest.Outside;
import org.machinami.loader.harvest.remote.Pause;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;

/**
 * Harvests a double into a fresh data directory: {@code FOLDER KIND ADDRESS}. All of it, then three
 * times when nothing has changed, then when one dataset of a hundred has; prints the seconds.
 */
final class HarvestRuns {
  private static final int AGAIN = 3;

  private HarvestRuns() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    Path data = folder.resolve("data-" + arguments[1]);
    Store.create(data, "http://bench.example/");
    Path recipe = recipe(folder, arguments[1], arguments[2]);
    String authority = arguments[2].replaceFirst("^http://", "").replaceFirst("/.*$", "");
    Outside outside =
        new Outside(
            new EgressLimits(Set.of(authority), Set.of(80), 1L << 30, Duration.ofMinutes(5)),
            Map.of(),
            Pause.sleeping(),
            Clock.systemUTC());
    try (Store store = Store.open(data)) {
      Harvest harvest = new Harvest(store, MetadataValidator.bundled(), Progress.none(), outside);
      HarvestReport first = run("first", harvest, recipe);
      System.out.println("datasets " + first.added());
      for (int k = 0; k < AGAIN; k++) {
        require(run("none", harvest, recipe).commits() == 0, "nothing had changed");
      }
      Path change = folder.resolve("change");
      Files.writeString(change, "");
      while (Files.exists(change)) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      HarvestReport changed = run("changed", harvest, recipe);
      System.out.println("changes " + changed.changed());
      require(changed.changed() >= first.added() / 100, "one of a hundred had changed");
    }
  }

  private static void require(boolean met, String what) {
    if (!met) {
      throw new IllegalStateException(what);
    }
  }

  private static HarvestReport run(String what, Harvest harvest, Path recipe) {
    long start = System.nanoTime();
    HarvestReport report =
        harvest.run(HarvestRecipe.read(recipe), recipe, HarvestOptions.by("bench"));
    System.out.printf("%s %.3f%n", what, (System.nanoTime() - start) / 1e9);
    return report;
  }

  private static Path recipe(Path folder, String kind, String address) throws IOException {
    Path recipe = Files.createDirectories(folder.resolve("recipe-" + kind));
    Files.writeString(
        recipe.resolve("dataset.ttl"),
        Files.readString(Workplace.home().resolve("recipes/dcat-belgium/dataset.ttl")));
    Files.writeString(
        recipe.resolve(HarvestRecipe.FILE),
        "kind=%s\nurl=%s\nsector=public\nlanguage=nl\nrequests-per-second=1000\n"
            .formatted(kind, address));
    return recipe;
  }
}
