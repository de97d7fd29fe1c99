package org.machinami.web.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.machinami.loader.harvest.remote.Pause;
import org.machinami.loader.reach.Manners;
import org.machinami.store.Store;
import org.machinami.web.config.Configuration;
import org.machinami.web.config.LinkSettings;
import org.machinami.web.reach.LinkChecks;
import org.machinami.web.reach.LinkRun;
import org.machinami.web.server.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check-links}: asks whether what distributions point to is there. */
@Command(name = "check-links")
final class CheckLinks extends DataVerb {
  @Option(names = "--all", descriptionKey = "check-links.all")
  private boolean all;

  CheckLinks(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) {
    LinkRun run = withChecks(store, checks -> checks.run(all));
    if (json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("addresses", run.addresses());
      object.put("asked", run.asked());
      object.put("answered", run.answered());
      object.put("failed", run.failed());
      object.put("failing", run.failing());
      console().json(object);
    } else {
      console()
          .result(
              console()
                  .texts()
                  .of(
                      "check-links.done",
                      run.addresses(),
                      run.asked(),
                      run.answered(),
                      run.failed(),
                      run.failing()));
    }
    return ExitCode.DONE;
  }

  /** With the server's, or with some of its own. */
  private <T> T withChecks(Store store, Function<LinkChecks, T> work) {
    Optional<Catalogue> running = session().catalogue();
    if (running.isPresent()) {
      return work.apply(running.get().links());
    }
    LinkSettings settings = Configuration.read(Map.of(), session().environment(), data()).links();
    return withRecords(
        records -> {
          try (LinkChecks checks =
              new LinkChecks(
                  store,
                  records,
                  settings.egress(),
                  Manners.usual(),
                  Pause.sleeping(),
                  Optional.empty(),
                  Clock.systemUTC())) {
            return work.apply(checks);
          }
        });
  }
}
