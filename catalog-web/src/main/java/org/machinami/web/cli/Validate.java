package org.machinami.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.egress.Fetched;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.loader.report.ReportFormat;
import org.machinami.loader.validation.Validation;
import org.machinami.loader.validation.ValidationLimits;
import org.machinami.loader.validation.Validator;
import org.machinami.store.Store;
import org.machinami.web.config.Configuration;
import org.machinami.web.config.Key;
import org.machinami.web.server.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code validate}: says what the gate would say. It needs no data directory, and judges by the
 * bundled policy; with one it judges by the policy that is in force there.
 */
@Command(name = "validate")
final class Validate extends Verb {
  private static final long LARGEST = 1L << 30;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Parameters(paramLabel = "FILE|FOLDER|URL", descriptionKey = "validate.what")
  private String what;

  @Option(names = "--from", paramLabel = "DIR", descriptionKey = "load.from")
  private Path from;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "validate.data")
  private Path data;

  @Option(names = "--base", paramLabel = "IRI", descriptionKey = "base")
  private String base;

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "validate.format")
  private String format = "";

  @Option(names = "--output", paramLabel = "FILE", descriptionKey = "export.output")
  private Path output;

  private final Forwarding forwarding;

  Validate(Session session, Forwarding forwarding) {
    super(session);
    this.forwarding = forwarding;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ReportFormat wanted = wanted();
    Optional<Catalogue> running = session().catalogue();
    if (running.isPresent()) {
      return validate(running.get().store(), wanted);
    }
    if (data == null) {
      String preset = "http://" + Key.SERVER_HOST.preset() + ":" + Key.SERVER_PORT.preset() + "/";
      String iri = DataDirectories.slashed(base == null ? preset : base);
      return validate(PolicyOfToday.bundled(iri), iri, wanted);
    }
    Optional<Integer> answered = forwarding.tryServer(data, List.of());
    if (answered.isPresent()) {
      return answered.get();
    }
    try (Store store = Store.open(data)) {
      return validate(store, wanted);
    }
  }

  private int validate(Store store, ReportFormat wanted) throws IOException {
    String iri = base == null ? store.base() : DataDirectories.slashed(base);
    return validate(PolicyOfToday.of(store), iri, wanted);
  }

  private int validate(PolicyOfToday policy, String iri, ReportFormat wanted) throws IOException {
    Validator validator =
        new Validator(policy, iri, ValidationLimits.OWN, Load.progress(console()));
    Validation validation =
        what.matches("(?i)[a-z][a-z0-9+.-]+://.*")
            ? fetched(validator)
            : validator.validate(
                session().workingDirectory().resolve(what).normalize(), Optional.ofNullable(from));
    Locale locale = Locale.forLanguageTag(session().texts().language());
    String report = wanted.write(validation, locale, iri);
    if (output == null) {
      report.lines().forEach(console()::result);
    } else {
      Files.writeString(output, report);
    }
    return validation.exitCode();
  }

  private ReportFormat wanted() {
    if (format.isEmpty()) {
      return json() ? ReportFormat.JSON : ReportFormat.TEXT;
    }
    return ReportFormat.find(format)
        .orElseThrow(
            () ->
                new WrongUse(
                    session()
                        .texts()
                        .of(
                            "error.validate-format",
                            format,
                            Arrays.stream(ReportFormat.values())
                                .map(ReportFormat::id)
                                .collect(Collectors.joining(", ")))));
  }

  private Validation fetched(Validator validator) throws IOException {
    EgressLimits limits =
        Configuration.read(Map.of(), session().environment(), session().workingDirectory())
            .egress(LARGEST, LONGEST);
    Path scratch = Files.createTempDirectory("machinami");
    try (Egress egress = Egress.open(limits)) {
      Fetched found = egress.fetch(what, scratch);
      try {
        return validator.validate(found.file(), found.name(), found.mediaType(), scratch);
      } finally {
        Files.deleteIfExists(found.file());
      }
    } finally {
      Files.deleteIfExists(scratch);
    }
  }
}
