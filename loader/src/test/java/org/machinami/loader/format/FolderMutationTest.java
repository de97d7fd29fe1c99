package org.machinami.loader.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.DatasetReport.Outcome;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.ReportText;
import org.machinami.shapes.MetadataValidator;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Dataset folders whose file is damaged at random are loaded, refused, or stopped by an error that
 * says what is wrong; never another exception or an {@code Error}. The folders are those of the
 * bundled city, one of them also in each syntax of RDF, packed, and with CSVW metadata. The seed is
 * printed; {@code -Dmachinami.seed=N} repeats.
 */
class FolderMutationTest {

  private static final String BASE = "https://city.example/";
  private static final Path DATASETS =
      Path.of(System.getProperty("machinami.home"), "samples", "datasets");
  private static final long LARGEST = 64 << 10;

  /** In a normal run, which has no time for more. */
  private static final long SMALL = 20 << 10;

  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();

  private static final String CSVW =
      """
      {"@context": "http://www.w3.org/ns/csvw", "url": "universities.csv",
       "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": "\\"", "header": true},
       "tableSchema": {"null": ["-", ""], "columns": [
         {"name": "NO", "required": true, "datatype": {"base": "string"}},
         {"titles": {"ja": "名称"}, "separator": ";", "default": "x"},
         {"name": "緯度", "datatype": {"base": "decimal", "minimum": 20, "maximum": "46",
          "format": {"groupChar": ",", "decimalChar": "."}}}]}}
      """;

  /**
   * A dataset folder.
   *
   * @param damaged the file to be damaged
   */
  record Folder(String name, Map<String, byte[]> files, String damaged) {

    @Override
    public String toString() {
      return name;
    }

    long size() {
      return files.values().stream().mapToLong(bytes -> bytes.length).sum();
    }

    /**
     * The same with another file in the place of one.
     *
     * @param source how the mapping names what it reads
     */
    Folder with(String old, String source, String file, byte[] content) {
      Map<String, byte[]> other = new TreeMap<>();
      files.forEach(
          (name, bytes) -> {
            String renamed = name.endsWith(".rml.ttl") ? source : file;
            other.put(name, bytes(text(bytes).replace(old, renamed)));
          });
      other.remove(old);
      other.put(file, content);
      return new Folder(name + " as " + source, other, file);
    }
  }

  @TempDir private Path directory;

  static List<Folder> small() throws IOException {
    return folders(SMALL);
  }

  static List<Folder> all() throws IOException {
    return folders(LARGEST);
  }

  private static List<Folder> folders(long largest) throws IOException {
    List<Folder> folders = new ArrayList<>();
    try (Stream<Path> datasets = Files.list(DATASETS)) {
      for (Path dataset : datasets.sorted().toList()) {
        Folder folder = folder(dataset);
        if (folder.size() < largest) {
          folders.add(folder);
        }
      }
    }
    Folder table = folder(DATASETS.resolve("universities"));
    byte[] csv = table.files().get(table.damaged());
    String name = table.damaged();
    folders.add(table.with(name, name + ".gz", name + ".gz", gzip(csv)));
    folders.add(table.with(name, "a.zip!" + name, "a.zip", zip(name, csv)));
    folders.add(table.with(name, "a.tar.xz!" + name, "a.tar.xz", tar(name, csv)));
    String metadata = name + "-metadata.json";
    Map<String, byte[]> described = new TreeMap<>(table.files());
    described.put(metadata, bytes(CSVW));
    folders.add(new Folder("universities with CSVW", described, metadata));
    Folder rdf = folder(DATASETS.resolve("railway-lines"));
    Graph graph =
        RDFParser.fromString(text(rdf.files().get("data.ttl")), Lang.TURTLE).base(BASE).toGraph();
    for (String ending : List.of("nt", "nq", "trig", "rdf", "jsonld", "trix", "rj", "rt", "rpb")) {
      byte[] data = write(graph, RDFLanguages.filenameToLang("data." + ending));
      folders.add(rdf.with("data.ttl", "data." + ending, "data." + ending, data));
    }
    byte[] lines = gzip(write(graph, Lang.NTRIPLES));
    folders.add(rdf.with("data.ttl", "data.nt.gz", "data.nt.gz", lines));
    return folders;
  }

  private static Folder folder(Path dataset) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> inside = Files.list(dataset)) {
      for (Path file : inside.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    String damaged =
        files.keySet().stream()
            .filter(name -> !name.equals("dataset.ttl") && !name.endsWith(".rml.ttl"))
            .findFirst()
            .orElseThrow();
    return new Folder(dataset.getFileName().toString(), files, damaged);
  }

  private static byte[] write(Graph graph, Lang lang) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (RDFLanguages.isTriples(lang)) {
      RDFDataMgr.write(out, graph, lang);
    } else {
      RDFDataMgr.write(out, DatasetGraphFactory.wrap(graph), lang);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(out)) {
      packed.putNextEntry(new ZipEntry(name));
      packed.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] tar(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream packed =
        new TarArchiveOutputStream(new XZOutputStream(out, new LZMA2Options(1)))) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      packed.putArchiveEntry(entry);
      packed.write(content);
      packed.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("small")
  void load_damagedFile_isLoadedOrRefused(Folder folder) throws IOException {
    run(folder, 50);
  }

  @Tag("nightly")
  @ParameterizedTest
  @MethodSource("all")
  void load_damagedFile_manyTimes_isLoadedOrRefused(Folder folder) throws IOException {
    run(folder, 1_000);
  }

  private void run(Folder folder, int times) throws IOException {
    long first = Long.getLong("machinami.seed", System.nanoTime());
    System.out.println("FolderMutationTest " + folder + " -Dmachinami.seed=" + first);
    Path dataset = Files.createDirectory(directory.resolve("d"));
    folder.files().forEach((name, bytes) -> write(dataset.resolve(name), bytes));
    DatasetReport whole = load(dataset, folder, 0);
    assertEquals(Outcome.VALID, whole.outcome(), () -> text(whole, Locale.ENGLISH));
    byte[] original = folder.files().get(folder.damaged());
    for (int i = 0; i < times; i++) {
      long seed = first + i;
      write(dataset.resolve(folder.damaged()), new Mutation(seed).of(original));
      DatasetReport report = load(dataset, folder, seed);
      assertFalse(text(report, Locale.JAPANESE).isBlank());
      assertFalse(
          report.problem().map(LoadException::fault).equals(Optional.of(Fault.ENVIRONMENT)),
          () -> "the file is to blame, seed " + seed + ": " + text(report, Locale.ENGLISH));
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DatasetReport load(Path dataset, Folder folder, long seed) {
    try {
      return Loader.validating(BASE, VALIDATOR, Progress.none())
          .load(Recipe.read(dataset), Optional.empty(), LoadOptions.DEFAULT.dry())
          .datasets()
          .get(0);
    } catch (RuntimeException | Error e) {
      return fail(folder + " with -Dmachinami.seed=" + seed + ": " + e, e);
    }
  }

  private static String text(DatasetReport report, Locale locale) {
    return String.join("\n", new ReportText(locale).lines(report));
  }
}
