package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.store.checkpoint.CheckpointCheck;
import org.machinami.store.verify.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code verify-ledger}: holds lines of a ledger, wherever they come from, against a checkpoint.
 */
@Command(name = "verify-ledger")
final class VerifyLedger extends Verb {
  @Parameters(paramLabel = "LEDGER", descriptionKey = "verify.ledger")
  private Path ledger;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      descriptionKey = "verify.checkpoint",
      required = true)
  private Path checkpoint;

  @Option(names = "--public-key", paramLabel = "FILE", descriptionKey = "verify.public-key")
  private Path key;

  VerifyLedger(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    CheckpointFile kept = CheckpointFile.read(checkpoint, key);
    List<Finding> findings =
        CheckpointCheck.run(ledger, checkpoint.toString(), kept.checkpoint(), kept.trusted());
    if (json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("ledger", ledger.toString());
      object.put("sequence", kept.checkpoint().reached().sequence());
      object.put("holds", findings.isEmpty());
      object.put("findings", findings);
      console().json(object);
    } else if (findings.isEmpty()) {
      console().result(said(console(), ledger, kept));
    } else {
      console().result(console().texts().of("verify.damaged", ledger, findings.size()));
      findings.forEach(finding -> console().result("  " + finding));
    }
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  /** That a ledger holds what was signed, and by whom. */
  static String said(Console console, Path ledger, CheckpointFile kept) {
    return console
        .texts()
        .of(
            kept.trusted().isPresent() ? "verify.holds" : "verify.holds-key",
            ledger,
            kept.checkpoint().reached().sequence(),
            kept.checkpoint().time(),
            kept.checkpoint().key().base64());
  }
}
