package org.machinami.store.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;

/**
 * One line of the ledger.
 *
 * @param sequence 1 for the first commit; no gaps
 * @param time when it was made, milliseconds; never before the time of the commit before it
 * @param agent who
 * @param activity what was being done
 * @param reason why
 * @param key idempotency key
 * @param changes what changed
 * @param previous hash of the commit before; for the first the hash of the base IRI
 * @param hash SHA-256 of the line up to its hash
 */
public record Commit(
    long sequence,
    Instant time,
    String agent,
    String activity,
    String reason,
    Optional<String> key,
    List<GraphChange> changes,
    Hash previous,
    Hash hash) {
  public Commit {
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence: " + sequence + " is below 1");
    }
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(activity, "activity");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(hash, "hash");
    changes = List.copyOf(changes);
  }

  /**
   * The line of the ledger, byte for byte, newline included; its hash is that of the bytes before
   * {@code ,"hash":}.
   *
   * @throws StoreException DAMAGED when what this says does not have the hash
   */
  public byte[] line() {
    CommitRequest request = new CommitRequest(agent, activity, reason, key, changes);
    CommitLine.Written written = CommitLine.write(sequence, time, request, previous);
    if (!written.commit().hash().equals(hash)) {
      throw new StoreException(
          Code.DAMAGED, "commit " + sequence + " does not have the hash " + hash + ". Run verify.");
    }
    return written.line();
  }
}
