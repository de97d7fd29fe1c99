package org.machinami.web.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Loader;
import org.machinami.loader.Recipe;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: loads the bundled city and serves it. */
@Command(name = "demo")
final class Demo extends Verb {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      descriptionKey = "data-demo",
      defaultValue = "demo-data")
  private Path data;

  @Mixin private ServerOptions options;

  Demo(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    Path samples = samples();
    return new ServerRun(session(), data, options, json()).run(store -> load(store, samples));
  }

  private void load(Store store, Path samples) {
    console().note("demo.loading", samples);
    LoadReport report =
        new Loader(store, PolicyOfToday.of(store).judge().validator(), Load.progress(console()))
            .load(Recipe.read(samples), Optional.empty(), LoadOptions.DEFAULT);
    long changed =
        report.datasets().stream()
            .filter(dataset -> dataset.outcome() == DatasetReport.Outcome.COMMITTED)
            .count();
    console().note("demo.loaded", report.datasets().size(), report.triples(), changed);
    report.datasets().stream()
        .filter(dataset -> dataset.exitCode() != ExitCode.DONE)
        .forEach(dataset -> new LoadReportOutput(console()).write(dataset));
  }

  /** The bundled city lies beside the program. */
  private Path samples() {
    Path samples =
        Path.of(System.getProperty("machinami.home", "."), "samples", "datasets").toAbsolutePath();
    if (!Files.isDirectory(samples)) {
      throw new WrongUse(session().texts().of("error.no-samples", samples));
    }
    return samples;
  }
}
