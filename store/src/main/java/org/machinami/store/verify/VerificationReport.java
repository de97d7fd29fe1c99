package org.machinami.store.verify;

import java.util.List;

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

  /** Whether nothing is wrong. */
  public boolean sound() {
    return findings.isEmpty();
  }
}
