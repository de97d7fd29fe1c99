package org.machinami.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes a whole answer before any of it is sent, so that one that breaks off is never taken for a
 * whole one: in memory up to a bound, beyond it in a file, up to a bound. Not thread-safe.
 */
final class AnswerSpool extends OutputStream {
  private final int memory;
  private final long most;
  private final Path directory;
  private Bytes bytes = new Bytes();
  private Path file;
  private OutputStream toFile;
  private long length;

  AnswerSpool(QuerySettings settings, Path directory) {
    this.memory = settings.answerMemory();
    this.most = settings.answerBytes();
    this.directory = directory;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int count) throws IOException {
    length += count;
    if (length > most) {
      throw new Problem(Problem.Kind.ANSWER_TOO_LONG, most);
    }
    if (toFile == null && length > memory) {
      file = Files.createTempFile(directory, "answer", ".spool");
      toFile = Files.newOutputStream(file);
      bytes.writeTo(toFile);
      bytes = null;
    }
    if (toFile == null) {
      bytes.write(buffer, offset, count);
    } else {
      toFile.write(buffer, offset, count);
    }
  }

  /** Length in bytes. */
  long length() {
    return length;
  }

  boolean isInMemory() {
    return file == null;
  }

  /** The answer, when it is in memory. */
  ByteBuffer inMemory() {
    return ByteBuffer.wrap(bytes.array(), 0, bytes.size());
  }

  /** Copies the answer, when it is in a file. */
  void copyTo(OutputStream out) throws IOException {
    toFile.close();
    Files.copy(file, out);
  }

  /** Drops the answer. */
  @Override
  public void close() throws IOException {
    if (toFile != null) {
      toFile.close();
      Files.deleteIfExists(file);
    }
  }

  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(512);
    }

    byte[] array() {
      return buf;
    }
  }
}
