package org.machinami.web.monitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.machinami.web.language.Coded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The remembered decisions and standings on disk: JSON Lines, appended to; of a standing the last
 * line counts; after each batch a line with the sequence reached and the hash of that commit. What
 * stands after the last such line, or cannot be read, is read from the ledger again. Not for use by
 * several threads.
 */
final class MonitorFile {
  private static final Logger log = LoggerFactory.getLogger(MonitorFile.class);
  private static final String FORMAT = "3"; // raised when what is remembered changes
  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private final Path file;
  private final String base;
  private final Map<String, String> words = new HashMap<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<String, Standing> standings = new TreeMap<>();
  private long applied;
  private String hash = "";
  private long lines;

  /** A decision as it is written: short names, since there are many. */
  private record D(
      long s,
      String t,
      String k,
      String d,
      String p,
      String x,
      List<String> c,
      String r,
      String e) {
    static D of(Decision one) {
      return new D(
          one.sequence(),
          one.time().toString(),
          one.kind().id(),
          one.dataset(),
          one.publisher(),
          one.sector(),
          one.clauses(),
          one.reasonJa(),
          one.reasonEn());
    }
  }

  /** A line: the head, a decision, a standing, one that went, or the sequence reached. */
  private record Line(
      String format,
      String base,
      D decision,
      Standing standing,
      String gone,
      Long applied,
      String hash) {
    static Line head(String base) {
      return new Line(FORMAT, base, null, null, null, null, null);
    }

    static Line of(Decision decision) {
      return new Line(null, null, D.of(decision), null, null, null, null);
    }

    static Line of(String id, Standing standing) {
      return new Line(null, null, null, standing, standing == null ? id : null, null, null);
    }

    static Line reached(long applied, String hash) {
      return new Line(null, null, null, null, null, applied, hash);
    }
  }

  private MonitorFile(Path file, String base) {
    this.file = file;
    this.base = base;
  }

  /** Reads what is there; an empty one where nothing is, or something of another format. */
  static MonitorFile open(Path file, String base) throws IOException {
    Files.createDirectories(file.getParent());
    MonitorFile opened = new MonitorFile(file, base);
    if (!Files.exists(file) || !opened.read()) {
      opened.forget();
    }
    opened.rewrite();
    return opened;
  }

  private void forget() {
    decisions.clear();
    standings.clear();
    applied = 0;
    hash = "";
  }

  /** Forgets everything, so that it is read from the ledger again. */
  void clear() throws IOException {
    forget();
    rewrite();
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
      log.info("{}: ends in a torn line, the rest is read again", file);
      return applied > 0;
    }
  }

  private void take(Line line) {
    if (line.decision() != null) {
      D read = line.decision();
      decisions.add(
          new Decision(
              read.s(),
              Instant.parse(read.t()),
              Coded.require(Kind.class, read.k()),
              shared(read.d()),
              shared(read.p()),
              shared(read.x()),
              read.c() == null ? List.of() : read.c(),
              text(read.r()),
              text(read.e())));
    } else if (line.standing() != null) {
      standings.put(line.standing().id(), line.standing());
    } else if (line.gone() != null) {
      standings.remove(line.gone());
    } else if (line.applied() != null) {
      applied = line.applied();
      hash = text(line.hash());
    }
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }

  /** The same object for the same text: ids come again and again. */
  private String shared(String text) {
    return text == null ? "" : words.computeIfAbsent(text, word -> word);
  }

  List<Decision> decisions() {
    return decisions;
  }

  Map<String, Standing> standings() {
    return standings;
  }

  long applied() {
    return applied;
  }

  /** The hash of the commit that was reached; empty before the first. */
  String hash() {
    return hash;
  }

  /**
   * Keeps a batch.
   *
   * @param changed by id of the dataset; null for one that went
   * @param sequence of the last commit that it takes in
   * @param commit the hash of that commit
   */
  void append(List<Decision> made, Map<String, Standing> changed, long sequence, String commit)
      throws IOException {
    List<Line> batch = new ArrayList<>();
    made.forEach(one -> batch.add(Line.of(one)));
    changed.forEach((id, standing) -> batch.add(Line.of(id, standing)));
    batch.add(Line.reached(sequence, commit));
    try (Writer out =
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND)) {
      for (Line line : batch) {
        write(out, line);
      }
    }
    batch.forEach(this::take);
    lines += batch.size();
    if (lines > decisions.size() + 2L * standings.size() + 10_000) {
      rewrite();
    }
  }

  private static void write(Writer out, Line line) throws IOException {
    out.write(JSON.writeValueAsString(line));
    out.write('\n');
  }

  private void rewrite() throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (Writer out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
      write(out, Line.head(base));
      for (Decision one : decisions) {
        write(out, Line.of(one));
      }
      for (Standing one : standings.values()) {
        write(out, Line.of(one.id(), one));
      }
      write(out, Line.reached(applied, hash));
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    lines = decisions.size() + standings.size() + 2L;
  }
}
