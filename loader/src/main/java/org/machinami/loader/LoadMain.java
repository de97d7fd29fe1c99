package org.machinami.loader;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;

/**
 * Loads a recipe without the command line: {@code LoadMain DATA_DIR BASE FOLDER [--from DIR]};
 * {@code -} as DATA_DIR only validates.
 */
final class LoadMain {

  private LoadMain() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[2]);
    Optional<Path> from =
        arguments.length > 4 ? Optional.of(Path.of(arguments[4])) : Optional.empty();
    MetadataValidator validator = MetadataValidator.bundled();
    Progress progress = Progress.lines(System.err);
    LoadReport report;
    if (arguments[0].equals("-")) {
      Loader loader = Loader.validating(arguments[1], validator, progress);
      report = loader.load(Recipe.read(folder), from, LoadOptions.DEFAULT);
    } else {
      Path directory = Path.of(arguments[0]);
      if (!Files.exists(directory)) {
        Store.create(directory, arguments[1]);
      }
      try (Store store = Store.open(directory)) {
        new VocabularyLoader(store).load("machinami load");
        report =
            new Loader(store, validator, progress)
                .load(Recipe.read(folder), from, LoadOptions.DEFAULT);
      }
    }
    ReportText text = new ReportText(Locale.ENGLISH);
    report.datasets().forEach(dataset -> text.lines(dataset).forEach(out::println));
    System.exit(report.exitCode());
  }
}
