package org.machinami.web.contents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The remembered contents on disk: JSON Lines, appended to, the last line of a dataset being the
 * one that counts, and after each batch a line with the sequence reached. What stands after the
 * last such line, or cannot be read, is counted again.
 */
final class ContentsFile {
  private static final Logger log = LoggerFactory.getLogger(ContentsFile.class);
  private static final String FORMAT = "1";
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private final Path file;
  private final String base;
  private final Map<String, Contents> datasets = new LinkedHashMap<>();
  private long applied;
  private long lines;

  /** A line: the head, a dataset, a dataset that went, or the sequence reached. */
  private record Line(String format, String base, Contents dataset, String gone, Long applied) {}

  private ContentsFile(Path file, String base) {
    this.file = file;
    this.base = base;
  }

  /** Reads what is there; an empty one where nothing is, or something of another format. */
  static ContentsFile open(Path file, String base) throws IOException {
    Files.createDirectories(file.getParent());
    ContentsFile contents = new ContentsFile(file, base);
    if (!Files.exists(file) || !contents.read()) {
      contents.datasets.clear();
      contents.applied = 0;
    }
    // Written anew, so that neither a torn line nor what no longer counts is kept.
    contents.rewrite();
    return contents;
  }

  private boolean read() throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String head = reader.readLine();
      Line first = head == null ? null : JSON.readValue(head, Line.class);
      if (first == null || !FORMAT.equals(first.format()) || !base.equals(first.base())) {
        return false;
      }
      List<Line> batch = new ArrayList<>();
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        Line line = JSON.readValue(text, Line.class);
        batch.add(line);
        if (line.applied() != null) {
          batch.forEach(this::take);
          batch.clear();
        }
      }
      return true;
    } catch (JsonProcessingException e) {
      log.info("{}: ends in a torn line, the rest is counted again", file);
      return applied > 0;
    }
  }

  private void take(Line line) {
    if (line.dataset() != null) {
      datasets.put(line.dataset().id(), line.dataset());
    } else if (line.gone() != null) {
      datasets.remove(line.gone());
    } else if (line.applied() != null) {
      applied = line.applied();
    }
  }

  Collection<Contents> datasets() {
    return datasets.values();
  }

  long applied() {
    return applied;
  }

  /**
   * Keeps a batch.
   *
   * @param changed by id of the dataset; null for one that is to be forgotten
   */
  void append(Map<String, Contents> changed, long sequence) throws IOException {
    List<String> text = new ArrayList<>();
    for (Map.Entry<String, Contents> change : changed.entrySet()) {
      Line line =
          change.getValue() == null
              ? new Line(null, null, null, change.getKey(), null)
              : new Line(null, null, change.getValue(), null, null);
      text.add(JSON.writeValueAsString(line));
      take(line);
    }
    Line reached = new Line(null, null, null, null, sequence);
    text.add(JSON.writeValueAsString(reached));
    take(reached);
    lines += text.size();
    if (lines > 2L * datasets.size() + 10_000) {
      rewrite();
    } else {
      Files.write(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
  }

  private void rewrite() throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (var out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
      out.write(JSON.writeValueAsString(new Line(FORMAT, base, null, null, null)));
      out.newLine();
      for (Contents dataset : datasets.values()) {
        out.write(JSON.writeValueAsString(new Line(null, null, dataset, null, null)));
        out.newLine();
      }
      out.write(JSON.writeValueAsString(new Line(null, null, null, null, applied)));
      out.newLine();
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    lines = datasets.size() + 2L;
  }
}
