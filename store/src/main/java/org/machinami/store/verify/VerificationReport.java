package org.machinami.store.verify;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a verification found.
 *
 * @param commits lines of the ledger that could be read
 * @param versions versions that they name, each as often as it is named
 * @param blobs sound blobs in the packs
 * @param bytes of the packs
 * @param findings what is wrong; empty: all is as it was written. At most {@link
 *     Verification#MOST_FINDINGS}
 */
public record VerificationReport(
    long commits, long versions, long blobs, long bytes, List<Finding> findings) {
  public VerificationReport {
    findings = List.copyOf(findings);
  }

  /** The same with more findings. */
  public VerificationReport and(List<Finding> more) {
    List<Finding> all =
        Stream.concat(findings.stream(), more.stream())
            .distinct()
            .limit(Verification.MOST_FINDINGS)
            .toList();
    return new VerificationReport(commits, versions, blobs, bytes, all);
  }

  /** Whether nothing is wrong. */
  public boolean sound() {
    return findings.isEmpty();
  }
}
