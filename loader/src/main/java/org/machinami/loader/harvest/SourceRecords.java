package org.machinami.loader.harvest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * The records of a source as it gave them, by their digests, in one file beside the ledger: what a
 * source is told that we have added is told against these. Derived: a record that is missing is
 * asked for anew. Entries are added at the end; what no run needs any more goes when it is half of
 * the file.
 *
 * <p>An entry is: the digest (16 bytes), length of the text (int), length of what follows (int),
 * the text, deflated. One that is too large has lengths of 0. Not thread-safe; one process writes,
 * others may read.
 */
final class SourceRecords implements AutoCloseable {
  /** A description is a thousandth of it. */
  static final int MOST_CHARACTERS = 1 << 20;

  /** Of a source; what comes beyond it is not kept. */
  static final long MOST_BYTES = 1L << 30;

  private static final int DIGEST = 16;
  private static final int HEAD = DIGEST + 4 + 4;

  private final Path file;
  private final FileChannel channel;
  private final Map<String, Long> places = new LinkedHashMap<>();
  private final ByteBuffer pending = ByteBuffer.allocate(1 << 16);
  private long end;

  private SourceRecords(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens the file to read and to add; a torn end is cut off. */
  static SourceRecords open(Path file) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      SourceRecords records =
          new SourceRecords(
              file,
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE));
      records.scan();
      records.channel.truncate(records.end);
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of records that are kept, by digest, from a file that may be written meanwhile. */
  static Map<String, String> find(Path file, Set<String> digests) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return texts;
    }
    try (SourceRecords records =
        new SourceRecords(file, FileChannel.open(file, StandardOpenOption.READ))) {
      records.scan();
      for (String digest : digests) {
        records.text(digest).ifPresent(text -> texts.put(digest, text));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void scan() throws IOException {
    long size = channel.size();
    ByteBuffer window = ByteBuffer.allocate(1 << 16).flip();
    long windowAt = 0;
    while (end + HEAD <= size) {
      if (end < windowAt || end + HEAD > windowAt + window.limit()) {
        windowAt = end;
        window.clear().limit((int) Math.min(window.capacity(), size - end));
        while (window.hasRemaining()) {
          if (channel.read(window, windowAt + window.position()) < 0) {
            return; // cut shorter meanwhile
          }
        }
        window.flip();
      }
      int at = (int) (end - windowAt);
      int length = window.getInt(at + DIGEST + 4);
      if (length < 0 || end + HEAD + length > size) {
        return;
      }
      byte[] digest = new byte[DIGEST];
      window.get(at, digest);
      places.put(HexFormat.of().formatHex(digest), end);
      end += HEAD + length;
    }
  }

  /** Whether the record need not be asked for again: it is here, or there is no room for it. */
  boolean has(String digest) {
    return places.containsKey(digest) || end >= MOST_BYTES;
  }

  void keep(String digest, String text) {
    if (has(digest)) {
      return;
    }
    byte[] packed = text.length() > MOST_CHARACTERS ? new byte[0] : deflated(text);
    byte[] name = HexFormat.of().parseHex(digest);
    if (name.length != DIGEST) {
      throw new IllegalArgumentException("no digest of " + DIGEST + " bytes: " + digest);
    }
    places.put(digest, end);
    write(
        ByteBuffer.allocate(HEAD)
            .put(name)
            .putInt(packed.length == 0 ? 0 : text.getBytes(StandardCharsets.UTF_8).length)
            .putInt(packed.length)
            .flip());
    write(ByteBuffer.wrap(packed));
    end += HEAD + packed.length;
  }

  private static byte[] deflated(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(text.length() / 2);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private void write(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      int part = Math.min(bytes.remaining(), pending.remaining());
      pending.put(bytes.slice(bytes.position(), part));
      bytes.position(bytes.position() + part);
      if (!pending.hasRemaining()) {
        flush();
      }
    }
  }

  /** What was added is in the file then. */
  void flush() {
    pending.flip();
    try {
      long at = channel.size();
      while (pending.hasRemaining()) {
        at += channel.write(pending, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The records in " + file + " cannot be written", e);
    }
    pending.clear();
  }

  private Optional<String> text(String digest) throws IOException {
    Long place = places.get(digest);
    if (place == null) {
      return Optional.empty();
    }
    ByteBuffer head = read(place, HEAD);
    int length = head.getInt(DIGEST);
    byte[] packed = read(place + HEAD, head.getInt(DIGEST + 4)).array();
    if (length <= 0 || length > 4 * MOST_CHARACTERS) {
      return Optional.empty();
    }
    byte[] text = new byte[length];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      return inflater.inflate(text) == length
          ? Optional.of(new String(text, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty(); // damaged: as one that is missing
    } finally {
      inflater.end();
    }
  }

  private ByteBuffer read(long place, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, place + bytes.position()) < 0) {
        throw new IOException("The records in " + file + " end too early");
      }
    }
    return bytes.flip();
  }

  /** Leaves only these, once the others are half of the file. */
  void settle(Set<String> digests) {
    flush();
    try {
      Map<String, ByteBuffer> heads = new LinkedHashMap<>();
      long living = 0;
      for (Map.Entry<String, Long> entry : places.entrySet()) {
        if (digests.contains(entry.getKey())) {
          ByteBuffer head = read(entry.getValue(), HEAD);
          heads.put(entry.getKey(), head);
          living += HEAD + head.getInt(DIGEST + 4);
        }
      }
      if (living * 2 > end || end == 0) {
        return;
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      try (FileChannel out =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        for (Map.Entry<String, ByteBuffer> entry : heads.entrySet()) {
          int length = HEAD + entry.getValue().getInt(DIGEST + 4);
          ByteBuffer all = read(places.get(entry.getKey()), length);
          while (all.hasRemaining()) {
            out.write(all);
          }
        }
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The records in " + file + " cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
