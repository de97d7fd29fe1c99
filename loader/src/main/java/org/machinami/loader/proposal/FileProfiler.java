package org.machinami.loader.proposal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.archive.ZipArchive;
import org.machinami.loader.excel.ExcelReading;
import org.machinami.loader.format.ForeignFormat;
import org.machinami.loader.format.Formats;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.loader.source.CsvReading;
import org.machinami.loader.source.JsonReading;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;

/** Reads the first rows of a file to find out what it holds. */
public final class FileProfiler {

  /** How many rows are looked at. */
  public static final int ROWS = 20_000;

  private static final SourceLimits LIMITS = SourceLimits.DEFAULT;
  private static final int MOST_SKIPPED = 10;
  private static final int HEAD = 1 << 20;

  private final Path file;
  private final String name;

  private FileProfiler(Path file) {
    this.file = file;
    this.name = file.getFileName().toString();
  }

  /** Ends the reading of a file of which enough was seen. Costs no stack trace. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  /**
   * Looks at a file.
   *
   * @throws LoadException when it is no table, JSON or GeoJSON that can be read
   */
  public static FileProfile profile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new LoadException(Fault.FOLDER, "propose.no-file", file);
    }
    FileProfiler profiler = new FileProfiler(file);
    try {
      return profiler.profile();
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }

  private FileProfile profile() throws IOException {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (plain.endsWith(".json") || plain.endsWith(".geojson")) {
      return json(plain.endsWith(".geojson"));
    }
    if (plain.endsWith(".csv") || plain.endsWith(".tsv") || plain.endsWith(".txt")) {
      return table(plain.endsWith(".tsv") ? '\t' : delimiter());
    }
    if (plain.endsWith(".xlsx") || plain.endsWith(".xlsm")) {
      return workbook();
    }
    Optional<Formulation> features =
        plain.endsWith(".zip") && !isFeed()
            ? Optional.of(Formulation.SHAPEFILE)
            : Formats.features(plain);
    if (features.isPresent()) {
      SourceReader reading = Formats.reader(features.get());
      return profile(reading, new RowsSeen(true), features.get(), "", ',', 0);
    }
    throw ForeignFormat.named(plain)
        .map(format -> format.refusal(name))
        .orElseGet(() -> new LoadException(Fault.FOLDER, "propose.format", name));
  }

  /**
   * Whether a zip archive is a feed of public transport, for which a mapping is there already.
   *
   * @throws LoadException always when it is one, saying how it is loaded
   */
  private boolean isFeed() {
    try (ZipArchive archive = ZipArchive.open(file, name, ArchiveLimits.DEFAULT)) {
      if (archive.entries().stream().anyMatch(entry -> entry.name().endsWith("stop_times.txt"))) {
        throw new LoadException(Fault.FOLDER, "propose.feed", name);
      }
      return false;
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }

  /** The first sheet. */
  private FileProfile workbook() throws IOException {
    int lines = skipped(skipped -> sheet(skipped));
    return profile(sheet(lines), new RowsSeen(false), Formulation.EXCEL, "", ',', lines);
  }

  private static SourceReader sheet(int skipped) {
    return new ExcelReading(Optional.empty(), skipped, LIMITS, ArchiveLimits.DEFAULT);
  }

  private FileProfile table(char delimiter) throws IOException {
    int lines = skipped(skipped -> new CsvReading(delimiter, skipped, Optional.empty(), LIMITS));
    CsvReading reading = new CsvReading(delimiter, lines, Optional.empty(), LIMITS);
    return profile(reading, new RowsSeen(false), Formulation.CSV, "", delimiter, lines);
  }

  /** How many lines stand above the header: titles have one cell only. */
  private int skipped(IntFunction<SourceReader> reading) throws IOException {
    for (int skipped = 0; skipped < MOST_SKIPPED; skipped++) {
      RowsSeen seen = new RowsSeen(false);
      read(reading.apply(skipped), seen, 1);
      if (seen.named() > 1 || seen.isNarrow()) {
        return skipped;
      }
    }
    return 0;
  }

  private FileProfile json(boolean features) throws IOException {
    boolean geographic = features || isFeatureCollection();
    if (geographic) {
      JsonReading reading = JsonReading.geoJson(Optional.empty(), LIMITS);
      return profile(reading, new RowsSeen(true), Formulation.GEOJSON, "", ',', 0);
    }
    String iterator = iterator();
    JsonReading reading = JsonReading.json(iterator, Optional.empty(), LIMITS);
    return profile(reading, new RowsSeen(false), Formulation.JSON, iterator, ',', 0);
  }

  private FileProfile profile(
      SourceReader reader,
      RowsSeen seen,
      Formulation formulation,
      String iterator,
      char delimiter,
      int skipped)
      throws IOException {
    boolean whole = read(reader, seen, ROWS);
    String encoding = encoding(reader);
    List<ColumnProfile> columns = seen.profiles();
    if (columns.isEmpty()) {
      throw new LoadException(Fault.DATA, "propose.no-columns", name);
    }
    return new FileProfile(
        name,
        formulation,
        iterator,
        delimiter,
        skipped,
        encoding,
        seen.rows(),
        whole,
        columns,
        seen.first());
  }

  /** Says whether the end was reached. */
  private boolean read(SourceReader reader, RowsSeen seen, int most) throws IOException {
    try (InputStream content = open()) {
      reader
          .read(
              Preview.source(file, content),
              List.of(),
              0,
              row -> {
                if (row.number() >= most) {
                  throw new Enough();
                }
              },
              seen)
          .requireRecords();
      return true;
    } catch (Enough e) {
      return false;
    }
  }

  private String encoding(SourceReader reader) throws IOException {
    if (!(reader instanceof CsvReading table)) {
      return StandardCharsets.UTF_8.name();
    }
    try (InputStream content = open()) {
      SourceFinding finding = table.findEncoding(name, content);
      return finding.encoding();
    }
  }

  private InputStream open() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  /** What parts the header: the most frequent of comma, tab and semicolon in its first line. */
  private char delimiter() throws IOException {
    byte[] head;
    try (InputStream content = open()) {
      head = content.readNBytes(1 << 16);
    }
    String line = new String(head, StandardCharsets.ISO_8859_1).split("[\\r\\n]", 2)[0];
    char best = ',';
    for (char candidate : new char[] {'\t', ';'}) {
      if (count(line, candidate) > count(line, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  private boolean isFeatureCollection() throws IOException {
    try (InputStream content = open()) {
      String head = new String(content.readNBytes(4096), StandardCharsets.UTF_8);
      return head.replaceAll("\\s+", "").contains("\"type\":\"FeatureCollection\"");
    }
  }

  /** Where the records are: the first array of objects, or of arrays, from the top down. */
  private String iterator() throws IOException {
    try (InputStream content = open();
        JsonParser parser = new JsonFactory().createParser(content)) {
      return firstArray(parser);
    } catch (JsonProcessingException e) {
      throw new LoadException(
          Fault.DATA,
          e,
          "source.json-broken",
          name,
          e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
          e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
          e.getOriginalMessage());
    }
  }

  private static String firstArray(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    while (token != null && parser.currentTokenLocation().getByteOffset() < HEAD) {
      if (token == JsonToken.START_ARRAY) {
        String at = parser.getParsingContext().getParent().pathAsPointer().toString();
        JsonToken next = parser.nextToken();
        if (next == JsonToken.START_OBJECT || next == JsonToken.START_ARRAY) {
          return jsonPath(at);
        }
        token = next;
      } else {
        token = parser.nextToken();
      }
    }
    return "$";
  }

  private static String jsonPath(String pointer) {
    if (pointer.isEmpty()) {
      return "$[*]";
    }
    StringBuilder path = new StringBuilder("$");
    for (String step : pointer.substring(1).split("/", -1)) {
      String member = step.replace("~1", "/").replace("~0", "~");
      boolean plain = member.chars().noneMatch(c -> ".[]*?()'\"$- ".indexOf(c) >= 0);
      path.append(plain ? "." + member : "['" + member.replace("'", "\\'") + "']");
    }
    return path + "[*]";
  }
}
