package org.machinami.loader.validation;

import java.util.Objects;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.source.SourceLimits;

/**
 * Caps on what is handed in.
 *
 * @param archive of a zip archive
 * @param source of a table or a JSON document
 * @param datasets most datasets of one description that are judged
 * @param triples most statements of them in all
 */
public record ValidationLimits(
    ArchiveLimits archive, SourceLimits source, int datasets, long triples) {

  /** For files that their owner hands to the command line. */
  public static final ValidationLimits OWN =
      new ValidationLimits(
          ArchiveLimits.DEFAULT, SourceLimits.DEFAULT, Integer.MAX_VALUE, Long.MAX_VALUE);

  /** For files from anybody: 1,000 entries, 256 MB unpacked, 100 to 1; 1,000 datasets. */
  public static final ValidationLimits PUBLIC =
      new ValidationLimits(
          new ArchiveLimits(1_000, 256L << 20, 100, 16L << 20),
          new SourceLimits(1 << 20, 4 << 20, 4_096, 100, 256L << 20),
          1_000,
          1_000_000);

  public ValidationLimits {
    Objects.requireNonNull(archive, "archive");
    Objects.requireNonNull(source, "source");
    if (datasets < 1) {
      throw new IllegalArgumentException("datasets must be positive: " + datasets);
    }
  }
}
