package org.machinami.loader.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * A zip archive that may be hostile, opened for reading. Its directory is checked before anything
 * of it is unpacked: the number of files, their names, what is encrypted or a link. What comes out
 * is counted over all streams. Not thread-safe.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format
 *     Specification</a>
 */
public final class ZipArchive implements Closeable {

  /** Longest directory record that is made room for: 46 bytes and a long name. */
  private static final int RECORD = 512;

  private final String name;
  private final ArchiveLimits limits;
  private final long packedBytes;
  private final ZipFile zip;
  private final List<ArchiveEntry> entries;
  private long unpacked;

  private ZipArchive(String name, ArchiveLimits limits, long packedBytes, ZipFile zip) {
    this.name = name;
    this.limits = limits;
    this.packedBytes = packedBytes;
    this.zip = zip;
    this.entries = checked();
  }

  /**
   * Opens an archive.
   *
   * @param name of the file, for messages
   * @throws LoadException when it is no zip, damaged, encrypted, or holds what it may not
   */
  public static ZipArchive open(Path file, String name, ArchiveLimits limits) {
    try {
      long size = Files.size(file);
      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        ZipDirectory.requireBounded(
            channel, name, limits.entries(), (long) limits.entries() * RECORD);
      }
      ZipFile zip =
          ZipFile.builder()
              .setPath(file)
              .setUseUnicodeExtraFields(true)
              .setIgnoreLocalFileHeader(true)
              .get();
      try {
        return new ZipArchive(name, limits, size, zip);
      } catch (LoadException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw new LoadException(Fault.DATA, e, "archive.broken", name);
    } catch (IllegalArgumentException e) {
      // Commons Compress reports some impossible sizes and times so.
      throw new LoadException(Fault.DATA, e, "archive.broken", name);
    }
  }

  private List<ArchiveEntry> checked() {
    List<ArchiveEntry> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry packed : Collections.list(zip.getEntries())) {
      Optional<String> decoded = EntryNames.decode(packed);
      if (decoded.isEmpty()) {
        throw refused("archive.name-encoding");
      }
      String entry = decoded.get();
      if (!EntryNames.isSafe(entry) || packed.isUnixSymlink()) {
        throw refused("archive.name", shown(entry));
      }
      if (packed.isDirectory() || entry.endsWith("/")) {
        continue;
      }
      if (packed.getGeneralPurposeBit().usesEncryption()) {
        throw refused("archive.encrypted", entry);
      }
      if (packed.getMethod() != ZipMethod.STORED.getCode()
          && packed.getMethod() != ZipMethod.DEFLATED.getCode()) {
        throw refused("archive.method", entry);
      }
      if (!names.add(entry)) {
        throw refused("archive.double", entry);
      }
      found.add(new ArchiveEntry(entry, packed));
      if (found.size() > limits.entries()) {
        throw refused("archive.entries", limits.entries());
      }
    }
    return List.copyOf(found);
  }

  /** The files in the archive, in its order; folders are no files. */
  public List<ArchiveEntry> entries() {
    return entries;
  }

  /** The file with that name. */
  public Optional<ArchiveEntry> find(String wanted) {
    return entries.stream().filter(entry -> entry.name().equals(wanted)).findFirst();
  }

  /**
   * The bytes of a file; to be closed.
   *
   * @throws LoadException here or while it is read, when more comes out than may, when it is an
   *     archive itself (save a workbook, which has its own caps when it is read), or damaged
   */
  public InputStream open(ArchiveEntry entry) throws IOException {
    InputStream packed;
    try {
      packed = zip.getInputStream(entry.packed());
    } catch (IOException e) {
      throw damaged(entry); // its place in the file is impossible
    }
    InputStream bytes = new BufferedInputStream(new BoundedEntry(this, entry, packed));
    if (!Nested.isWorkbook(entry.name()) && Nested.isArchive(bytes)) {
      bytes.close();
      throw refused("archive.nested", entry.name());
    }
    return bytes;
  }

  /** Counts what came out of an entry, and stops it. */
  void count(ArchiveEntry entry, long ofEntry, long more) {
    unpacked += more;
    if (unpacked > limits.unpackedBytes()) {
      throw refused("archive.unpacked", limits.unpackedBytes());
    }
    if (ofEntry > limits.unpacked(entry.packed().getCompressedSize())
        || unpacked > limits.unpacked(packedBytes)) {
      throw refused("archive.ratio", entry.name(), limits.ratio());
    }
  }

  LoadException damaged(ArchiveEntry entry) {
    return refused("archive.damaged", entry.name());
  }

  private LoadException refused(String key, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = name;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new LoadException(Fault.DATA, key, all);
  }

  private static String shown(String entry) {
    return entry.substring(0, Math.min(80, entry.length())).replaceAll("\\p{Cc}", "\uFFFD");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
