package org.machinami.loader.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.store.disk.Disk;

/**
 * What came of an API.
 *
 * @param addresses of the pages that hold records
 * @param files that hold them, in the same order; none where it is only remembered
 */
record ApiContent(long records, List<String> addresses, List<Path> files) {
  /** Of an API that was never read. */
  static final ApiContent NONE = new ApiContent(0, List.of(), List.of());

  ApiContent {
    addresses = List.copyOf(addresses);
    files = List.copyOf(files);
  }

  /** What is remembered in a file; nothing where there is none, or it is torn. */
  static ApiContent read(Path memory) {
    if (!Files.exists(memory)) {
      return NONE;
    }
    try {
      List<String> lines = Files.readAllLines(memory, StandardCharsets.UTF_8);
      boolean whole = !lines.isEmpty() && lines.get(0).matches("[0-9]{1,15}");
      return whole
          ? new ApiContent(Long.parseLong(lines.get(0)), lines.subList(1, lines.size()), List.of())
          : NONE;
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", memory, e.toString());
    }
  }

  /** Leaves it for the next time. */
  void write(Path memory) {
    List<String> lines = new ArrayList<>();
    lines.add(Long.toString(records));
    lines.addAll(addresses);
    Disk.replace(memory, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }
}
