package org.machinami.store.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machinami.store.DataDirectory;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.LedgerWalk;
import org.machinami.store.verify.Finding;
import org.machinami.store.verify.Finding.Kind;

/**
 * Holds the lines of a ledger against a checkpoint: whether the ledger still begins with exactly
 * the lines that it had then. Only the lines are needed, no blobs.
 */
public final class CheckpointCheck {
  private CheckpointCheck() {}

  /**
   * What is wrong.
   *
   * @param name of the checkpoint's file, for the findings
   * @param trusted the key that the operator is known to have; empty: the one that the checkpoint
   *     names is believed
   */
  public static List<Finding> run(
      Path lines, String name, SignedCheckpoint checkpoint, Optional<VerifyingKey> trusted) {
    List<Finding> findings = new ArrayList<>(signature(name, checkpoint, trusted));
    if (!Files.exists(lines)) {
      findings.add(
          new Finding(
              Kind.LEDGER,
              lines.toString(),
              "there is no ledger, but it had reached commit " + checkpoint.reached().sequence()));
      return findings;
    }
    LedgerWalk.walk(
        lines,
        checkpoint.base(),
        checkpoint.reached(),
        new LedgerWalk.Visitor() {
          @Override
          public void commit(Commit commit, long line) {
            // Its place in the chain was looked at; what it says is nobody's fault.
          }

          @Override
          public void problem(Path file, long line, String why) {
            findings.add(new Finding(Kind.LEDGER, file + " line " + line, why));
          }
        });
    return findings;
  }

  /** The same for a data directory, whose base must be that of the checkpoint. */
  public static List<Finding> run(
      DataDirectory directory,
      String name,
      SignedCheckpoint checkpoint,
      Optional<VerifyingKey> trusted) {
    if (!directory.base().equals(checkpoint.base())) {
      return List.of(
          new Finding(
              Kind.CHECKPOINT,
              name,
              "it is of " + checkpoint.base() + ", this ledger is of " + directory.base()));
    }
    return run(LedgerWalk.file(directory.ledger()), name, checkpoint, trusted);
  }

  private static List<Finding> signature(
      String name, SignedCheckpoint checkpoint, Optional<VerifyingKey> trusted) {
    List<Finding> findings = new ArrayList<>();
    if (!checkpoint.signed()) {
      findings.add(
          new Finding(Kind.CHECKPOINT, name, "its signature is wrong: the file was changed"));
    }
    if (trusted.isPresent() && !trusted.get().equals(checkpoint.key())) {
      findings.add(
          new Finding(Kind.CHECKPOINT, name, "it is signed by another key than the one given"));
    }
    return findings;
  }
}
