package org.machinami.loader.archive;

/**
 * Caps on what an archive may hold, against bombs.
 *
 * @param entries most files in it
 * @param unpackedBytes most bytes that come out of it in all
 * @param ratio most bytes that come out for each packed one, of an entry and in all
 * @param free so many bytes may come out before the ratio counts: small files pack well
 */
public record ArchiveLimits(int entries, long unpackedBytes, int ratio, long free) {

  /** 10,000 files, 16 GB, 200 to 1 beyond the first 16 MB. */
  public static final ArchiveLimits DEFAULT = new ArchiveLimits(10_000, 16L << 30, 200, 16L << 20);

  public ArchiveLimits {
    if (entries < 1 || unpackedBytes < 1 || ratio < 1 || free < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** The most that may come out of so many packed bytes. */
  long unpacked(long packed) {
    return packed > unpackedBytes / ratio
        ? unpackedBytes
        : Math.min(unpackedBytes, Math.max(free, packed * ratio));
  }
}
