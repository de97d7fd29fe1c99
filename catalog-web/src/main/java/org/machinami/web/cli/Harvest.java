package org.machinami.web.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadReport;
import org.machinami.loader.VocabularyLoader;
import org.machinami.loader.gate.Description;
import org.machinami.loader.harvest.AdHocRecipe;
import org.machinami.loader.harvest.HarvestOptions;
import org.machinami.loader.harvest.HarvestRecipe;
import org.machinami.loader.harvest.HarvestReport;
import org.machinami.loader.harvest.Quarantine;
import org.machinami.store.DataDirectory;
import org.machinami.store.Store;
import org.machinami.web.config.Configuration;
import org.machinami.web.config.Key;
import org.machinami.web.harvest.Cause;
import org.machinami.web.harvest.Harvests;
import org.machinami.web.server.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code harvest}: takes another catalogue over, or says what becomes of one in quarantine. */
@Command(name = "harvest")
final class Harvest extends DataVerb {
  private static final String AGENT = "machinami harvest";

  @Parameters(paramLabel = "RECIPE", arity = "0..1", descriptionKey = "harvest.recipe")
  private String recipe;

  @Option(names = "--from", paramLabel = "DIR", descriptionKey = "harvest.from")
  private Path from;

  @Option(names = "--dry-run", descriptionKey = "dry-run")
  private boolean dryRun;

  @Option(names = "--full", descriptionKey = "harvest.full")
  private boolean full;

  @Option(names = "--release", paramLabel = "SOURCE", descriptionKey = "harvest.release")
  private String release;

  @Option(names = "--discard", paramLabel = "SOURCE", descriptionKey = "harvest.discard")
  private String discard;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "harvest.reason")
  private String reason;

  Harvest(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  Store open() {
    if (!DataDirectory.exists(data())) {
      String preset = "http://" + Key.SERVER_HOST.preset() + ":" + Key.SERVER_PORT.preset() + "/";
      DataDirectories.create(data(), preset);
    }
    return super.open();
  }

  @Override
  int run(Store store) {
    if (release != null || discard != null) {
      return withHarvests(store, harvests -> decide(store, harvests));
    }
    if (recipe == null) {
      throw new WrongUse(session().texts().of("error.harvest-nothing"));
    }
    if (!dryRun) {
      new VocabularyLoader(store).load("machinami");
    }
    int exit = withHarvests(store, harvests -> harvest(store, harvests));
    if (session().catalogue().isEmpty() && !dryRun) {
      Derived.catchUp(store);
    }
    return exit;
  }

  /** With the server's, or with some of its own. */
  private int withHarvests(Store store, Function<Harvests, Integer> work) {
    Optional<Catalogue> running = session().catalogue();
    if (running.isPresent()) {
      return work.apply(running.get().harvests());
    }
    Configuration configuration = Configuration.read(Map.of(), session().environment(), data());
    return withRecords(
        records -> {
          try (Harvests harvests =
              new Harvests(
                  store,
                  records,
                  configuration.harvest().egress(),
                  session().environment(),
                  configuration.harvest().recipes(),
                  Clock.systemUTC())) {
            return work.apply(harvests);
          }
        });
  }

  private int harvest(Store store, Harvests harvests) {
    boolean address = recipe.matches("https?://.*");
    Path folder =
        address ? AdHocRecipe.in(store, recipe) : session().workingDirectory().resolve(recipe);
    if (!HarvestRecipe.isIn(folder)) {
      throw new WrongUse(session().texts().of("error.no-harvest-recipe", folder));
    }
    HarvestReport report =
        harvests.run(
            Description.read(folder, store.base()).id(),
            HarvestRecipe.read(folder),
            from == null ? folder : session().workingDirectory().resolve(from),
            new HarvestOptions(AGENT, dryRun, full),
            Cause.VERB,
            Load.progress(console()));
    LoadReport load = new LoadReport(List.of(DatasetReport.of(report, dryRun)));
    new LoadReportOutput(console()).write(load, json());
    return load.exitCode();
  }

  private int decide(Store store, Harvests harvests) {
    String source = release == null ? discard : release;
    boolean words = reason != null && !reason.isBlank();
    if ((release != null && discard != null) || !words) {
      throw new WrongUse(session().texts().of("error.harvest-reason"));
    }
    Quarantine waiting =
        Quarantine.find(store, source)
            .orElseThrow(
                () -> new WrongUse(session().texts().of("error.harvest-no-quarantine", source)));
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("source", source);
    if (release != null) {
      Quarantine.Release released = harvests.release(waiting, Cause.VERB, AGENT, reason);
      done.put("commits", released.commits());
      done.put("sequence", released.sequence());
    } else {
      harvests.discard(source, Cause.VERB, AGENT, reason);
    }
    if (json()) {
      console().json(done);
    } else {
      console()
          .result(
              session()
                  .texts()
                  .of(release == null ? "harvest.discarded" : "harvest.released", source));
    }
    if (session().catalogue().isEmpty()) {
      Derived.catchUp(store);
    }
    return ExitCode.DONE;
  }
}
