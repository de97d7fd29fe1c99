package org.machinami.store.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;

/**
 * Lines in memory. Lines of one subject that come one after the other form a group, whose subject
 * is kept once: groups are sorted by subject, then the few lines of each. Not for use by several
 * threads.
 */
final class LineArena {
  /** The longest line, bytes. */
  static final int LONGEST_LINE = 64 << 20;

  private byte[] bytes;
  private int used;
  private final int bound;

  private long[] rests = new long[64]; // slices: offset, length
  private int lines;

  private int[] groupSubject = new int[16];
  private int[] groupLength = new int[16];
  private int[] groupFirstLine = new int[17];
  private int groups;

  /** An arena that wants to stay below a number of bytes, tables included. */
  LineArena(int bound) {
    this.bound = bound;
    this.bytes = new byte[Math.min(bound, 16 << 10)];
  }

  int lines() {
    return lines;
  }

  /** True when the arena holds what it may; a line can still be added. */
  boolean full() {
    return used + 8L * lines + 44L * groups >= bound;
  }

  void clear() {
    used = 0;
    lines = 0;
    groups = 0;
  }

  void add(byte[] line, int offset, int length) {
    if (length > LONGEST_LINE) {
      throw invalid(line, offset, length, "it is longer than " + LONGEST_LINE + " bytes");
    }
    int subjectLength = sameSubject(line, offset, length);
    boolean fresh = subjectLength == 0;
    if (fresh) {
      subjectLength = Bytes.indexOf(line, offset, offset + length, '>') + 1 - offset;
    }
    check(line, offset, length, subjectLength);
    reserve(length);
    if (fresh) {
      beginGroup(subjectLength);
      System.arraycopy(line, offset, bytes, used, subjectLength);
      used += subjectLength;
    }
    int restLength = length - subjectLength;
    if (lines == rests.length) {
      rests = Arrays.copyOf(rests, 2 * lines);
    }
    System.arraycopy(line, offset + subjectLength, bytes, used, restLength);
    rests[lines++] = SliceSort.slice(used, restLength);
    used += restLength;
    groupFirstLine[groups] = lines;
  }

  private int sameSubject(byte[] line, int offset, int length) {
    if (groups == 0) {
      return 0;
    }
    int subject = groupSubject[groups - 1];
    int subjectLength = groupLength[groups - 1];
    boolean same =
        length > subjectLength
            && Arrays.equals(
                bytes, subject, subject + subjectLength, line, offset, offset + subjectLength);
    return same ? subjectLength : 0;
  }

  private static void check(byte[] line, int offset, int length, int subjectLength) {
    int end = offset + length;
    int predicate = offset + subjectLength;
    if (length < 12 || line[offset] != '<' || predicate + 3 > end) {
      throw invalid(line, offset, length, "it does not begin with an IRI");
    }
    if (line[predicate] != ' ' || line[predicate + 1] != '<') {
      throw invalid(line, offset, length, "after the subject there is no IRI");
    }
    int object = Bytes.indexOf(line, predicate + 2, end, '>') + 2;
    if (object >= end
        || line[object - 1] != ' '
        || !(line[object] == '"' || (line[object] == '<' && line[object + 1] != '<'))) {
      throw invalid(line, offset, length, "its object is neither an IRI nor a literal");
    }
    if (line[end - 1] != '\n' || line[end - 2] != '.' || line[end - 3] != ' ') {
      throw invalid(line, offset, length, "it does not end in a space, a full stop and a newline");
    }
    if (Bytes.indexOf(line, offset, end, '\n') != end - 1) {
      throw invalid(line, offset, length, "it has a newline inside");
    }
  }

  private static StoreException invalid(byte[] line, int offset, int length, String why) {
    String shown =
        new String(line, offset, Math.max(0, Math.min(length, 200)), StandardCharsets.UTF_8);
    return new StoreException(
        Code.INVALID_TRIPLE,
        "not a canonical N-Triples line: " + why + ". The line: " + shown.strip());
  }

  private void reserve(int length) {
    long wanted = (long) used + length;
    if (wanted > bytes.length) {
      long doubled = Math.min(2L * bytes.length, Math.max(bound, wanted));
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(doubled, wanted)));
    }
  }

  private void beginGroup(int subjectLength) {
    if (groups == groupSubject.length) {
      groupSubject = Arrays.copyOf(groupSubject, 2 * groups);
      groupLength = Arrays.copyOf(groupLength, 2 * groups);
      groupFirstLine = Arrays.copyOf(groupFirstLine, 2 * groups + 1);
    }
    groupSubject[groups] = used;
    groupLength[groups] = subjectLength;
    groupFirstLine[groups] = lines;
    groups++;
  }

  /** The lines in order, duplicates included; nothing may be added meanwhile. */
  LineCursor sorted() {
    long[] order = new long[groups];
    for (int group = 0; group < groups; group++) {
      order[group] = SliceSort.slice(groupSubject[group], group);
    }
    new SliceSort(bytes, groupLength).sort(order, 0, groups);
    return new Sorted(order);
  }

  /** Sorts the lines of a subject when it comes to them: they are close together then. */
  private final class Sorted implements LineCursor {
    private final long[] order;
    private final SliceSort restSort = new SliceSort(bytes, null);
    private int nextGroup;
    private int subject;
    private int subjectLength;
    private long[] found = rests;
    private int at;
    private int end;
    private long[] gathered = new long[64];

    Sorted(long[] order) {
      this.order = order;
    }

    @Override
    public boolean nextSubject() {
      if (nextGroup == order.length) {
        return false;
      }
      int group = SliceSort.payload(order[nextGroup++]);
      subject = groupSubject[group];
      subjectLength = groupLength[group];
      boolean many = groupFirstLine[group + 1] - groupFirstLine[group] > SliceSort.FEW;
      if (many || (nextGroup < order.length && same(SliceSort.payload(order[nextGroup])))) {
        gather(group);
      } else {
        found = rests;
        at = groupFirstLine[group];
        end = groupFirstLine[group + 1];
      }
      restSort.sort(found, at, end);
      at--;
      return true;
    }

    private boolean same(int group) {
      int other = groupSubject[group];
      return groupLength[group] == subjectLength
          && Arrays.equals(
              bytes, subject, subject + subjectLength, bytes, other, other + subjectLength);
    }

    private void gather(int firstGroup) {
      int count = 0;
      int group = firstGroup;
      while (true) {
        int from = groupFirstLine[group];
        int size = groupFirstLine[group + 1] - from;
        if (count + size > gathered.length) {
          gathered = Arrays.copyOf(gathered, Math.max(2 * gathered.length, count + size));
        }
        System.arraycopy(rests, from, gathered, count, size);
        count += size;
        if (nextGroup == order.length || !same(SliceSort.payload(order[nextGroup]))) {
          break;
        }
        group = SliceSort.payload(order[nextGroup++]);
      }
      found = gathered;
      at = 0;
      end = count;
    }

    @Override
    public boolean nextRest() {
      return ++at < end;
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public int subjectOffset() {
      return subject;
    }

    @Override
    public int subjectLength() {
      return subjectLength;
    }

    @Override
    public int restOffset() {
      return SliceSort.offset(found[at]);
    }

    @Override
    public int restLength() {
      return SliceSort.payload(found[at]);
    }

    @Override
    public void close() {}
  }
}
