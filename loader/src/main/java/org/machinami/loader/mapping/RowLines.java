package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of one row, held back until all of them could be made. Not thread-safe. */
final class RowLines {

  private static final List<String> NO_GRAPH = List.of("");

  private final Bytes bytes = new Bytes(1 << 16);
  private int[] ends = new int[64];
  private final List<List<String>> graphs = new ArrayList<>();
  private int count;

  Bytes bytes() {
    return bytes;
  }

  void clear() {
    bytes.truncate(0);
    graphs.clear();
    count = 0;
  }

  /** The line that was written to the bytes is complete. */
  void end() {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = bytes.length();
  }

  /** The line is complete and goes into graphs. */
  void end(List<String> names) {
    while (graphs.size() < count) {
      graphs.add(NO_GRAPH);
    }
    graphs.add(names);
    end();
  }

  /** Hands all lines on; says how many. */
  int flush(TripleSink sink) {
    int start = 0;
    for (int i = 0; i < count; i++) {
      int end = ends[i];
      if (i < graphs.size()) {
        for (String graph : graphs.get(i)) {
          sink.line(bytes.data(), start, end - start, graph);
        }
      } else {
        sink.line(bytes.data(), start, end - start, "");
      }
      start = end;
    }
    return count;
  }
}
