package org.machinami.loader.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * The statements of a dump on disk, in blocks of one subject in one graph, each block pointing to
 * the block before it of the same subject, and to the one before it of the same subject in the same
 * graph. In memory there are only some 100 bytes for each subject and graph. Written by one thread,
 * then read by several.
 *
 * <p>A block is: length of what follows (int), graph number (int, -1: default graph), block number
 * (int), number of statements (int), place of the previous block of this subject (long, -1: none),
 * place of the previous one of this subject in this graph (long, -1: none), length of the subject
 * (int), subject, then for each statement the lengths of predicate and object (int, int) and both
 * terms.
 */
final class Descriptions implements AutoCloseable {
  static final int DEFAULT_GRAPH = -1;
  private static final int HEAD = 4 + 4 + 4 + 4 + 8 + 8 + 4;
  private static final int READ_AT_ONCE = 1 << 12;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer pending = ByteBuffer.allocate(1 << 20);
  private final TermTable subjects = new TermTable();
  private final TermTable graphs = new TermTable();
  private final GraphIndex inGraphs = new GraphIndex();
  private final LongAdder read = new LongAdder();
  private long[] lastBlock = none(1 << 12);
  private long[] lastInDefault = none(1 << 12);
  private long written;
  private int blocks;

  private byte[] subject = new byte[256];
  private int subjectLength = -1;
  private byte[] graph = new byte[256];
  private int graphLength = -1;
  private byte[] lines = new byte[1 << 16];
  private int linesLength;
  private int linesCount;
  private int subjectNumber;
  private int graphNumber = DEFAULT_GRAPH;

  private Descriptions(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** A new file in the directory; it is removed when this is closed. */
  static Descriptions in(Path directory) {
    try {
      Path file = Files.createTempFile(directory, "harvest-", ".descriptions");
      return new Descriptions(
          file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The harvest needs a place for its temporary file in " + directory, e);
    }
  }

  /**
   * Adds a statement and returns the number of its subject; {@link #graphOfLast()} tells that of
   * its graph.
   */
  int add(Statement statement) {
    boolean sameSubject =
        subjectLength >= 0
            && Arrays.equals(
                statement.bytes,
                statement.subjectStart,
                statement.subjectEnd,
                subject,
                0,
                subjectLength);
    boolean sameGraph =
        graphLength >= 0
            && Arrays.equals(
                statement.bytes, statement.graphStart, statement.graphEnd, graph, 0, graphLength);
    if (!sameSubject || !sameGraph) {
      endBlock();
      begin(statement, sameSubject, sameGraph);
    }
    int predicate = statement.predicateEnd - statement.predicateStart;
    int object = statement.objectEnd - statement.objectStart;
    int length = predicate + object + 8;
    if (lines.length - linesLength < length) {
      lines = Arrays.copyOf(lines, Math.max(lines.length * 2, linesLength + length));
    }
    ByteBuffer.wrap(lines, linesLength, 8).putInt(predicate).putInt(object);
    linesLength += 8;
    System.arraycopy(statement.bytes, statement.predicateStart, lines, linesLength, predicate);
    linesLength += predicate;
    System.arraycopy(statement.bytes, statement.objectStart, lines, linesLength, object);
    linesLength += object;
    linesCount++;
    if (linesLength > 1 << 20) {
      endBlock();
    }
    return subjectNumber;
  }

  int graphOfLast() {
    return graphNumber;
  }

  private void begin(Statement statement, boolean sameSubject, boolean sameGraph) {
    if (!sameSubject) {
      subjectLength = statement.subjectEnd - statement.subjectStart;
      subject = copied(statement.bytes, statement.subjectStart, subjectLength, subject);
      subjectNumber = number(subject, 0, subjectLength);
    }
    if (!sameGraph) {
      graphLength = statement.graphEnd - statement.graphStart;
      graph = copied(statement.bytes, statement.graphStart, graphLength, graph);
      graphNumber = graphLength == 0 ? DEFAULT_GRAPH : graphs.add(graph, 0, graphLength);
    }
  }

  /** The number of a subject, which may not have been met yet. */
  int number(byte[] bytes, int start, int end) {
    int number = subjects.add(bytes, start, end);
    if (number >= lastBlock.length) {
      lastBlock = more(lastBlock);
      lastInDefault = more(lastInDefault);
    }
    return number;
  }

  /** The number of a graph, which may not have been met yet. */
  int graphNumber(byte[] bytes, int start, int end) {
    return graphs.add(bytes, start, end);
  }

  private static long[] more(long[] places) {
    long[] more = none(places.length * 2);
    System.arraycopy(places, 0, more, 0, places.length);
    return more;
  }

  private static long[] none(int length) {
    long[] array = new long[length];
    Arrays.fill(array, -1);
    return array;
  }

  private static byte[] copied(byte[] bytes, int start, int length, byte[] target) {
    byte[] place = length > target.length ? new byte[length * 2] : target;
    System.arraycopy(bytes, start, place, 0, length);
    return place;
  }

  private void endBlock() {
    if (linesCount == 0) {
      return;
    }
    int length = HEAD - 4 + subjectLength + linesLength;
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    head.putInt(length)
        .putInt(graphNumber)
        .putInt(blocks++)
        .putInt(linesCount)
        .putLong(lastBlock[subjectNumber])
        .putLong(inGraph(written))
        .putInt(subjectLength);
    lastBlock[subjectNumber] = written;
    write(head.array(), HEAD);
    write(subject, subjectLength);
    write(lines, linesLength);
    linesLength = 0;
    linesCount = 0;
  }

  /** Notes the newest block of the subject in its graph, and gives the one before it. */
  private long inGraph(long place) {
    if (graphNumber != DEFAULT_GRAPH) {
      return inGraphs.put(subjectNumber, graphNumber, place);
    }
    long before = lastInDefault[subjectNumber];
    lastInDefault[subjectNumber] = place;
    return before;
  }

  private void write(byte[] bytes, int length) {
    written += length;
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, pending.remaining());
      pending.put(bytes, done, part);
      done += part;
      if (!pending.hasRemaining()) {
        flush();
      }
    }
  }

  private void flush() {
    try {
      pending.flip();
      while (pending.hasRemaining()) {
        channel.write(pending);
      }
      pending.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary file " + file + " cannot be written", e);
    }
  }

  /** To be called once, after the last statement and before the first reading. */
  void complete() {
    endBlock();
    flush();
  }

  int subjects() {
    return subjects.size();
  }

  int graphs() {
    return graphs.size();
  }

  int blocks() {
    return blocks;
  }

  /** Number of the subject with this term, or {@link TermTable#ABSENT}. */
  int find(byte[] term) {
    return subjects.find(term);
  }

  int find(byte[] bytes, int start, int end) {
    return subjects.find(bytes, start, end);
  }

  /** Place of the newest block of a subject. */
  long lastBlock(int subjectNumber) {
    return lastBlock[subjectNumber];
  }

  /** Place of the newest block of a subject in a graph; below 0: there is none. */
  long lastBlock(int subject, int inGraph) {
    return inGraph == DEFAULT_GRAPH ? lastInDefault[subject] : inGraphs.find(subject, inGraph);
  }

  /** How many blocks were read until now. */
  long blocksRead() {
    return read.sum();
  }

  long end() {
    return written;
  }

  Block block(long place) {
    read.increment();
    try {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(READ_AT_ONCE, written - place));
      read(buffer, place);
      int length = buffer.getInt(0) + 4;
      if (length > buffer.capacity()) {
        ByteBuffer all = ByteBuffer.allocate(length);
        all.put(buffer.array());
        read(all, place);
        buffer = all;
      }
      buffer.position(4);
      int graphNumber = buffer.getInt();
      int number = buffer.getInt();
      int statements = buffer.getInt();
      long previous = buffer.getLong();
      long previousInGraph = buffer.getLong();
      int subjectEnd = HEAD + buffer.getInt();
      return new Block(
          place,
          length,
          graphNumber,
          number,
          statements,
          previous,
          previousInGraph,
          buffer.array(),
          HEAD,
          subjectEnd,
          Twins.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary file " + file + " cannot be read", e);
    }
  }

  private void read(ByteBuffer buffer, long place) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, place + buffer.position()) < 0) {
        throw new IOException("it ends too early");
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary file " + file + " cannot be removed", e);
    }
  }

  /**
   * A block as read; {@code bytes} hold the subject and, up to {@code length}, the statements.
   *
   * @param twins those that it stands for
   */
  @SuppressWarnings("ArrayRecordComponent") // a view for the inner loop, not compared
  record Block(
      long place,
      int length,
      int graph,
      int number,
      int statements,
      long previous,
      long previousInGraph,
      byte[] bytes,
      int subjectStart,
      int subjectEnd,
      Twins twins) {
    Block with(Twins others) {
      return new Block(
          place,
          length,
          graph,
          number,
          statements,
          previous,
          previousInGraph,
          bytes,
          subjectStart,
          subjectEnd,
          others);
    }
  }
}
