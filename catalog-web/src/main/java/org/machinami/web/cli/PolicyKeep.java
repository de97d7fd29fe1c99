package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.Map;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.Store;
import org.machinami.store.ledger.Commit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy keep}: keeps a draft in the ledger, where no verdict rests on it. */
@Command(name = "keep")
final class PolicyKeep extends DataVerb {
  @Parameters(paramLabel = "DRAFT", descriptionKey = "policy.draft")
  private Path draft;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      descriptionKey = "policy.reason",
      required = true)
  private String reason;

  @Option(names = "--dry-run", descriptionKey = "dry-run")
  private boolean dryRun;

  PolicyKeep(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) {
    PolicyVersions policies = new PolicyVersions(store);
    PolicyVersion version = policies.readDraft(draft);
    String number = version.policy().version();
    if (dryRun) {
      console().result(console().texts().of("policy.sound", draft, number));
      return ExitCode.DONE;
    }
    Commit commit = policies.keep(version, "machinami policy keep", reason);
    if (json()) {
      console().json(Map.of("version", number, "sequence", commit.sequence()));
    } else {
      console()
          .result(
              console()
                  .texts()
                  .of("policy.keep-done", number, version.inForce(), commit.sequence()));
    }
    return ExitCode.DONE;
  }
}
