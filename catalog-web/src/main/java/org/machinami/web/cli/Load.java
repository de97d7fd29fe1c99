package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.VocabularyLoader;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.DataDirectory;
import org.machinami.store.Store;
import org.machinami.web.config.Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code load}: takes a dataset folder or a recipe through the gate. */
@Command(name = "load")
final class Load extends DataVerb {
  @Parameters(paramLabel = "PATH", descriptionKey = "load.path")
  private Path path;

  @Option(names = "--from", paramLabel = "DIR", descriptionKey = "load.from")
  private Path from;

  @Option(names = "--base", paramLabel = "IRI", descriptionKey = "base")
  private String base;

  @Option(names = "--dry-run", descriptionKey = "dry-run")
  private boolean dryRun;

  Load(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  Store open() {
    if (!DataDirectory.exists(data())) {
      String preset = "http://" + Key.SERVER_HOST.preset() + ":" + Key.SERVER_PORT.preset() + "/";
      DataDirectories.create(data(), base == null ? preset : base);
    }
    return super.open();
  }

  @Override
  int run(Store store) {
    if (base != null && !DataDirectories.slashed(base).equals(store.base())) {
      throw new WrongUse(session().texts().of("error.base-fixed", data(), store.base(), base));
    }
    if (!dryRun) {
      new VocabularyLoader(store).load("machinami");
    }
    LoadOptions options = dryRun ? LoadOptions.DEFAULT.dry() : LoadOptions.DEFAULT;
    Loader loader = new Loader(store, MetadataValidator.bundled(), progress(console()));
    LoadReport report = loader.load(Recipe.read(path), Optional.ofNullable(from), options);
    new LoadReportOutput(console()).write(report, json());
    if (session().catalogue().isEmpty() && !dryRun) {
      new Derived(store).catchUp();
    }
    return report.exitCode();
  }

  static Progress progress(Console console) {
    return console.columns() > 0 ? Progress.bar(console.err()) : Progress.lines(console.err());
  }
}
