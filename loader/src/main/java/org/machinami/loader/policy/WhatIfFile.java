package org.machinami.loader.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.PolicyVersion;

/**
 * A report as a file, so that it can be read without being in memory as a whole: gzip of JSON
 * Lines, the figures first, then each dataset whose verdict changes.
 */
public final class WhatIfFile {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
          .configure(SerializationFeature.FLUSH_AFTER_WRITE_VALUE, false)
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  private static final int BUFFER = 1 << 16;

  private WhatIfFile() {}

  /**
   * The figures, and how clauses and rules are called, so that they can be told without the draft.
   *
   * @param outcomes how many go from one outcome to another, by the ids of both
   * @param clauses by number, those that count
   * @param rules by IRI, those that found or lost something
   */
  public record Figures(
      String current,
      String draft,
      long sequence,
      int datasets,
      int unreadable,
      WhatIfReport.Data data,
      int differing,
      Map<String, Map<String, Integer>> outcomes,
      int changed,
      int touched,
      Map<String, WhatIfReport.Share> byPublisher,
      Map<String, WhatIfReport.Share> bySector,
      Map<String, WhatIfReport.Clause> byClause,
      Map<String, Words> clauses,
      Map<String, Rule> rules,
      double seconds) {
    public Figures {
      data = Objects.requireNonNullElse(data, WhatIfReport.Data.ALIKE); // reports of older versions
    }

    static Figures of(WhatIfReport report, PolicyVersion current, PolicyVersion draft) {
      Map<String, Map<String, Integer>> outcomes = new LinkedHashMap<>();
      for (Outcome from : Outcome.values()) {
        Map<String, Integer> to = new LinkedHashMap<>();
        for (Outcome then : Outcome.values()) {
          to.put(then.id(), report.moves(from, then));
        }
        outcomes.put(from.id(), to);
      }
      WhatIfWords words = new WhatIfWords(current, draft);
      Map<String, Words> clauses = new LinkedHashMap<>();
      report.byClause().keySet().forEach(number -> clauses.put(number, words.clause(number)));
      Map<String, Rule> rules = new TreeMap<>();
      for (WhatIfReport.Judged one : report.changed()) {
        one.gained().forEach(found -> rules.computeIfAbsent(found.shape(), words::rule));
        one.lost().forEach(found -> rules.computeIfAbsent(found.shape(), words::rule));
      }
      return new Figures(
          report.current(),
          report.draft(),
          report.sequence(),
          report.datasets(),
          report.unreadable(),
          report.data(),
          report.shapes().size(),
          outcomes,
          report.changed().size(),
          report.touched(),
          new TreeMap<>(report.byPublisher()),
          new TreeMap<>(report.bySector()),
          report.byClause(),
          clauses,
          rules,
          report.seconds());
    }

    /** How many have an outcome under the draft, or today. */
    public int count(Outcome outcome, boolean underDraft) {
      int sum = 0;
      for (Outcome other : Outcome.values()) {
        sum += underDraft ? moves(other, outcome) : moves(outcome, other);
      }
      return sum;
    }

    private int moves(Outcome from, Outcome to) {
      return outcomes.getOrDefault(from.id(), Map.of()).getOrDefault(to.id(), 0);
    }
  }

  /** The same in both languages; empty where nobody said it. */
  public record Words(String ja, String en) {}

  /**
   * A rule.
   *
   * @param clause the number of the clause that it serves; empty for none
   * @param message what it asks for
   */
  public record Rule(String clause, Words message) {}

  /** Writes it. */
  static void write(Path file, WhatIfReport report, PolicyVersion current, PolicyVersion draft)
      throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), BUFFER), StandardCharsets.UTF_8),
            BUFFER)) {
      JSON.writeValue(out, Figures.of(report, current, draft));
      out.write('\n');
      for (WhatIfReport.Judged one : report.changed()) {
        JSON.writeValue(out, one);
        out.write('\n');
      }
    }
  }

  /**
   * Reads the figures.
   *
   * @throws IOException when it is none, or torn
   */
  public static Figures figures(Path file) throws IOException {
    try (BufferedReader in = open(file)) {
      return JSON.readValue(line(in, file), Figures.class);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file), BUFFER), StandardCharsets.UTF_8));
  }

  private static String line(BufferedReader in, Path file) throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException(file + " is empty");
    }
    return line;
  }

  /** The datasets whose verdict changes, one after the other; to be closed. */
  public static Changed changed(Path file) throws IOException {
    BufferedReader in = open(file);
    try {
      line(in, file);
      return new Changed(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Datasets out of a file. Not for use by several threads. */
  public static final class Changed implements Iterator<WhatIfReport.Judged>, Closeable {
    private final BufferedReader in;
    private String ahead;

    private Changed(BufferedReader in) throws IOException {
      this.in = in;
      this.ahead = in.readLine();
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public WhatIfReport.Judged next() {
      if (ahead == null) {
        throw new NoSuchElementException();
      }
      try {
        WhatIfReport.Judged read = JSON.readValue(ahead, WhatIfReport.Judged.class);
        ahead = in.readLine();
        return read;
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a line of the report is none: " + ahead, e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /**
   * Some of those that are asked for.
   *
   * @param total how many there are
   */
  public record Some(List<WhatIfReport.Judged> datasets, int total) {
    public Some {
      datasets = List.copyOf(datasets);
    }
  }

  /** The datasets that are asked for, from one on, at most so many. */
  public static Some some(Path file, Predicate<WhatIfReport.Judged> wanted, int from, int most)
      throws IOException {
    List<WhatIfReport.Judged> found = new java.util.ArrayList<>();
    int total = 0;
    try (Changed all = changed(file)) {
      while (all.hasNext()) {
        WhatIfReport.Judged one = all.next();
        if (wanted.test(one)) {
          if (total >= from && found.size() < most) {
            found.add(one);
          }
          total++;
        }
      }
    }
    return new Some(found, total);
  }
}
