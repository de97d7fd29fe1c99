package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Loader;
import org.machinami.loader.Recipe;
import org.machinami.shapes.MetadataValidator;
import org.machinami.web.config.Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate}: says what the gate would say; needs no data directory. */
@Command(name = "validate")
final class Validate extends Verb {
  @Parameters(paramLabel = "PATH", descriptionKey = "load.path")
  private Path path;

  @Option(names = "--from", paramLabel = "DIR", descriptionKey = "load.from")
  private Path from;

  @Option(names = "--base", paramLabel = "IRI", descriptionKey = "base")
  private String base = "http://" + Key.SERVER_HOST.preset() + ":" + Key.SERVER_PORT.preset() + "/";

  Validate(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Loader loader =
        Loader.validating(
            DataDirectories.slashed(base), MetadataValidator.bundled(), Load.progress(console()));
    LoadReport report =
        loader.load(Recipe.read(path), Optional.ofNullable(from), LoadOptions.DEFAULT.dry());
    new LoadReportOutput(console()).write(report, json());
    return report.exitCode();
  }
}
