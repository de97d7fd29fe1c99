package org.machinami.web.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.VocabularyLoader;
import org.machinami.loader.decision.PolicyOverride;
import org.machinami.loader.harvest.Outside;
import org.machinami.loader.harvest.remote.Pause;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.shapes.Policy;
import org.machinami.store.DataDirectory;
import org.machinami.store.Store;
import org.machinami.web.config.Configuration;
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

  @Option(names = "--override", paramLabel = "CLAUSE", descriptionKey = "load.override")
  private List<String> clauses = List.of();

  @Option(names = "--reason-ja", paramLabel = "TEXT", descriptionKey = "load.reason-ja")
  private String reasonJa;

  @Option(names = "--reason-en", paramLabel = "TEXT", descriptionKey = "load.reason-en")
  private String reasonEn;

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
    LoadOptions options = dryRun ? LoadOptions.DEFAULT.dry() : LoadOptions.DEFAULT;
    if (dryRun || session().catalogue().isPresent()) {
      return load(store, options).exitCode();
    }
    try (Derived derived = new Derived(store)) {
      LoadReport report = load(store, options);
      derived.catchUp();
      return report.exitCode();
    }
  }

  private LoadReport load(Store store, LoadOptions preset) {
    if (!dryRun) {
      new VocabularyLoader(store).load("machinami");
    }
    PolicyOfToday.Judge judge = PolicyOfToday.of(store).judge();
    LoadOptions options = override(judge.policy()).map(preset::with).orElse(preset);
    Loader loader =
        new Loader(store, judge.validator(), progress(console())).reaching(this::outside);
    LoadReport report = loader.load(Recipe.read(path), Optional.ofNullable(from), options);
    new LoadReportOutput(console()).write(report, json());
    return report;
  }

  /** What recipes that read an API may ask for. */
  private Outside outside() {
    Configuration configuration = Configuration.read(Map.of(), session().environment(), data());
    return new Outside(
        configuration.harvest().egress(),
        session().environment(),
        Pause.sleeping(),
        Clock.systemUTC());
  }

  private Optional<PolicyOverride> override(Policy policy) {
    boolean reasons = reasonJa != null || reasonEn != null;
    if (clauses.isEmpty() && !reasons) {
      return Optional.empty();
    }
    if (clauses.isEmpty() || blank(reasonJa) || blank(reasonEn)) {
      throw new WrongUse(session().texts().of("error.override"));
    }
    for (String clause : clauses) {
      if (!policy.hasClause(clause)) {
        throw new WrongUse(session().texts().of("error.no-such-clause", clause, policy.version()));
      }
    }
    return Optional.of(new PolicyOverride(Set.copyOf(clauses), reasonJa, reasonEn));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  static Progress progress(Console console) {
    return console.columns() > 0 ? Progress.bar(console.err()) : Progress.lines(console.err());
  }
}
