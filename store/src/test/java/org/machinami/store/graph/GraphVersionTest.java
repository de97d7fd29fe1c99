package org.machinami.store.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;
import org.machinami.store.blob.BlobBuffer;
import org.machinami.store.ledger.Hash;

/** Versions and differences, against a sorted set of lines. Random cases print their seed. */
class GraphVersionTest {
  private static final Chunking LINES = new Chunking(60, 10, 40, 200);
  private static final Chunking PARTS = new Chunking(2, 2, 4, 10);
  private static final Comparator<String> BYTES =
      (a, b) -> Arrays.compareUnsigned(Lines.bytes(a), Lines.bytes(b));

  @TempDir Path directory;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private WatchedBlobs blobs;
  private BlobGraphVersions versions;

  @BeforeEach
  void openBlobs() throws IOException {
    blobs = new WatchedBlobs(Files.createDirectory(directory.resolve("blobs")));
    versions = new BlobGraphVersions(blobs);
  }

  @AfterEach
  void closeBlobs() {
    blobs.close();
    executor.shutdownNow();
  }

  private Random seeded() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    return new Random(seed);
  }

  private GraphVersion write(Collection<String> lines, int sortBytes) {
    return write(lines, sortBytes, LINES, PARTS);
  }

  private GraphVersion write(
      Collection<String> lines, int sortBytes, Chunking lineChunking, Chunking partChunking) {
    try (GraphWriter writer =
        new SortingGraphWriter(
            blobs, executor, directory.resolve("tmp"), sortBytes, lineChunking, partChunking)) {
      for (String line : lines) {
        byte[] padded = Lines.bytes("##" + line + "##");
        writer.line(padded, 2, padded.length - 4);
      }
      return writer.finish();
    }
  }

  private GraphVersion write(Collection<String> lines) {
    return write(lines, 1 << 20);
  }

  private List<String> read(Hash version) {
    List<String> found = new ArrayList<>();
    try (GraphLines lines = versions.lines(version)) {
      while (lines.next()) {
        found.add(lines.text() + "\n");
      }
      assertFalse(lines.next());
    }
    return found;
  }

  private NavigableSet<String> randomSet(Random random, int lines) {
    TreeSet<String> set = new TreeSet<>(BYTES);
    Lines source = new Lines(random, 1 + random.nextInt(lines + 1), 1 + random.nextInt(20));
    for (int i = 0; i < lines; i++) {
      set.add(source.next());
    }
    return set;
  }

  @RepeatedTest(20)
  void linesFromANumberOn_areTheRest_andPartsBeforeAreNotRead() {
    Random random = seeded();
    List<String> all = new ArrayList<>(randomSet(random, 1 + random.nextInt(3000)));
    Hash version = write(all).hash();
    for (int first : new int[] {0, all.size() / 2, all.size() - 1, all.size(), all.size() + 5}) {
      List<String> found = new ArrayList<>();
      blobs.read.clear();
      try (GraphLines lines = versions.lines(version, first)) {
        while (lines.next()) {
          found.add(lines.text() + "\n");
        }
      }
      assertEquals(all.subList(Math.min(first, all.size()), all.size()), found);
      if (first >= all.size()) {
        assertEquals(Set.of(version), blobs.read);
      }
    }
  }

  @RepeatedTest(40)
  void write_anyOrderAndMemory_givesTheSortedSet() {
    Random random = seeded();
    NavigableSet<String> expected = randomSet(random, random.nextInt(3000));
    List<String> input = new ArrayList<>(expected);
    GraphVersion inOrder = write(input);
    expected.stream().filter(line -> random.nextInt(5) == 0).forEach(input::add);
    Collections.shuffle(input, random);
    GraphVersion shuffled = write(input);
    GraphVersion spilled = write(input, 4096 + random.nextInt(60_000));
    assertEquals(expected.size(), inOrder.triples());
    assertEquals(inOrder, shuffled);
    assertEquals(inOrder, spilled);
    assertEquals(List.copyOf(expected), read(inOrder.hash()));
    assertEquals(expected.size(), versions.triples(inOrder.hash()));
  }

  @RepeatedTest(40)
  void difference_randomSets_isTheSetDifference() {
    Random random = seeded();
    NavigableSet<String> from = randomSet(random, random.nextInt(3000));
    TreeSet<String> to = new TreeSet<>(BYTES);
    int keep = random.nextInt(101);
    from.stream().filter(line -> random.nextInt(100) < keep).forEach(to::add);
    to.addAll(randomSet(random, random.nextInt(50)));
    assertDifference(from, to);
    assertDifference(to, from);
  }

  private void assertDifference(NavigableSet<String> from, NavigableSet<String> to) {
    TreeSet<String> expected = new TreeSet<>(BYTES);
    from.stream().filter(line -> !to.contains(line)).forEach(expected::add);
    to.stream().filter(line -> !from.contains(line)).forEach(expected::add);
    List<String> found = new ArrayList<>();
    try (GraphDifference difference =
        versions.difference(Optional.of(write(from).hash()), Optional.of(write(to).hash()))) {
      while (difference.next()) {
        String line = difference.text() + "\n";
        assertEquals(to.contains(line), difference.added(), line);
        found.add(line);
      }
    }
    assertEquals(List.copyOf(expected), found);
  }

  @Test
  void difference_absentSide_isAllLines() {
    GraphVersion version = write(randomSet(new Random(1), 500));
    try (GraphDifference difference =
        versions.difference(Optional.empty(), Optional.of(version.hash()))) {
      long added = 0;
      while (difference.next()) {
        assertTrue(difference.added());
        added++;
      }
      assertEquals(version.triples(), added);
    }
    try (GraphDifference difference =
        versions.difference(Optional.of(version.hash()), Optional.empty())) {
      assertTrue(difference.next());
      assertFalse(difference.added());
    }
    try (GraphDifference difference = versions.difference(Optional.empty(), Optional.empty())) {
      assertFalse(difference.next());
    }
  }

  @Test
  void difference_oneLineInALargeGraph_readsFewChunks() {
    NavigableSet<String> from = randomSet(new Random(2), 20_000);
    TreeSet<String> to = new TreeSet<>(from);
    to.add("<https://city.example/id/facility/7> <https://city.example/new> \"x\" .\n");
    GraphVersion before = write(from);
    GraphVersion after = write(to);
    blobs.read.clear();
    assertDifferenceLines(1, before, after);
    // Lists of so few parts stand five high, and each version has its own of the changed ones.
    assertTrue(blobs.read.size() <= 30, "blobs read: " + blobs.read.size());
    assertTrue(chunks(before).size() > 300, "chunks: " + chunks(before).size());
  }

  private void assertDifferenceLines(int expected, GraphVersion before, GraphVersion after) {
    int lines = 0;
    try (GraphDifference difference =
        versions.difference(Optional.of(before.hash()), Optional.of(after.hash()))) {
      while (difference.next()) {
        lines++;
      }
    }
    assertEquals(expected, lines);
  }

  private List<Part> chunks(GraphVersion version) {
    return chunks(version.hash());
  }

  private List<Part> chunks(Hash list) {
    BlobBuffer blob = new BlobBuffer();
    blobs.require(list, blob);
    List<Part> chunks = new ArrayList<>();
    for (Part part : PartList.parse(list, blob.bytes(), blob.length())) {
      chunks.addAll(part.isChunk() ? List.of(part) : chunks(part.hash()));
    }
    return chunks;
  }

  private GraphVersion patch(
      GraphVersion base, Collection<String> removed, Collection<String> added, LineHashes known) {
    try (GraphPatch patch = new GraphPatch(blobs, executor, LINES, PARTS, base.hash(), known)) {
      for (String line : removed) {
        byte[] padded = Lines.bytes("##" + line + "##");
        patch.remove(padded, 2, padded.length - 4);
      }
      for (String line : added) {
        byte[] padded = Lines.bytes("##" + line + "##");
        patch.add(padded, 2, padded.length - 4);
      }
      return patch.finish();
    }
  }

  @RepeatedTest(200)
  void patch_randomChanges_isTheVersionOfAllLines() {
    Random random = seeded();
    NavigableSet<String> from = randomSet(random, random.nextInt(6000));
    TreeSet<String> to = new TreeSet<>(from);
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    List<String> again = new ArrayList<>();
    int share = random.nextInt(4) == 0 ? random.nextInt(101) : random.nextInt(3);
    int from1 = random.nextInt(from.size() + 1);
    int length = random.nextInt(4) == 0 ? random.nextInt(2000) : 0;
    int at = 0;
    for (String line : from) {
      boolean inRange = at >= from1 && at < from1 + length;
      if (inRange || random.nextInt(100) < share) {
        removed.add(line);
        to.remove(line);
      } else if (random.nextInt(500) == 0) {
        again.add(line);
      }
      at++;
    }
    added.addAll(again);
    for (String line : randomSet(random, random.nextInt(4) == 0 ? 3000 : random.nextInt(20))) {
      added.add(line);
      to.add(line);
      if (random.nextInt(10) == 0) {
        added.add(line);
        again.add(line);
      }
    }
    if (random.nextInt(4) == 0) {
      removed.add("<https://city.example/absent> <https://city.example/p> \"x\" .\n");
    }
    Collections.shuffle(removed, random);
    Collections.shuffle(added, random);
    GraphVersion base = write(from);
    LineHashes repeated = new LineHashes();
    assertEquals(write(to), patch(base, removed, added, repeated));
    for (String line : again) {
      byte[] bytes = Lines.bytes(line);
      assertTrue(repeated.mayContain(bytes, 0, bytes.length), line);
    }
  }

  @Test
  void patch_oneLineInALargeGraph_readsAndWritesFewParts() {
    NavigableSet<String> from = randomSet(new Random(5), 20_000);
    GraphVersion before = write(from);
    String line = "<https://city.example/id/facility/7> <https://city.example/new> \"x\" .\n";
    blobs.read.clear();
    long length = length(directory.resolve("blobs"));
    GraphVersion after = patch(before, List.of(), List.of(line), new LineHashes());
    assertDifferenceLines(1, before, after);
    assertTrue(blobs.read.size() <= 16, "blobs read: " + blobs.read.size());
    long written = length(directory.resolve("blobs")) - length;
    assertTrue(written < 20_000, "bytes written: " + written);
  }

  private static long length(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void repeated_linesThatCameTwice_areTold() {
    String once = "<https://city.example/a> <https://city.example/p> \"1\" .\n";
    String twice = "<https://city.example/a> <https://city.example/p> \"2\" .\n";
    try (GraphWriter writer =
        new SortingGraphWriter(blobs, executor, directory, 1 << 20, LINES, PARTS)) {
      for (String line : List.of(twice, once, twice)) {
        writer.line(Lines.bytes(line), 0, Lines.bytes(line).length);
      }
      writer.finish();
      byte[] bytes = Lines.bytes(once);
      assertFalse(writer.repeated().mayContain(bytes, 0, bytes.length));
      bytes = Lines.bytes(twice);
      assertTrue(writer.repeated().mayContain(bytes, 0, bytes.length));
    }
  }

  @Test
  void write_oneHugeSubject_isCutWithinIt() {
    TreeSet<String> lines = new TreeSet<>(BYTES);
    for (int i = 0; i < 5000; i++) {
      lines.add("<https://city.example/hub> <https://city.example/has> \"" + i + "\" .\n");
    }
    GraphVersion version = write(lines, 50_000);
    assertTrue(chunks(version).size() > 10);
    assertEquals(List.copyOf(lines), read(version.hash()));
    TreeSet<String> fewer = new TreeSet<>(lines);
    fewer.pollFirst();
    assertDifference(lines, fewer);
  }

  @Test
  void write_realSizes_averageOneHundredAndSixtyTriples() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      lines.add(
          "<https://city.example/id/f/"
              + i / 8
              + "> <https://city.example/p"
              + i % 8
              + "> \"v\" .\n");
    }
    int chunks = chunks(write(lines, 4 << 20, Chunking.LINES, Chunking.PARTS)).size();
    assertTrue(chunks >= 1000 && chunks <= 1500, "chunks: " + chunks);
  }

  @Test
  void write_smallGraph_isItsOwnHash() {
    String line = "<https://city.example/a> <https://city.example/b> \"c\" .\n";
    GraphVersion version = write(List.of(line, line));
    assertEquals(new GraphVersion(Hash.of(Lines.bytes(line)), 1), version);
  }

  @Test
  void write_nothing_isTheEmptyVersion() {
    GraphVersion version = write(List.of());
    assertEquals(new GraphVersion(Hash.of(), 0), version);
    assertEquals(List.of(), read(version.hash()));
    assertEquals(0, versions.triples(version.hash()));
  }

  @Test
  void line_manyRuns_areMergedInLevels() throws IOException {
    Random random = new Random(3);
    NavigableSet<String> expected = randomSet(random, 20_000);
    List<String> input = new ArrayList<>(expected);
    Collections.shuffle(input, random);
    GraphVersion version = write(input, 4096);
    assertEquals(List.copyOf(expected), read(version.hash()));
    try (Stream<Path> left = Files.list(directory.resolve("tmp"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void line_notCanonical_isRefused() {
    for (String bad :
        List.of(
            "_:b0 <http://x/p> \"o\" .\n",
            "<http://x/s> <http://x/p> _:b0 .\n",
            "<http://x/s> <http://x/p> \"o\" .",
            "<http://x/s> <http://x/p> \"o\".\n",
            "<http://x/s>  <http://x/p> \"o\" .\n",
            "<http://x/s> <http://x/p> \"o\no\" .\n",
            "<http://x/s> <http://x/p> <<( <http://x/s> <http://x/p> <http://x/o> )>> .\n",
            "<http://x/s> <http://x/p> .\n",
            "<http://x/s\n",
            "\n",
            "")) {
      StoreException refusal = assertThrows(StoreException.class, () -> write(List.of(bad)), bad);
      assertEquals(Code.INVALID_TRIPLE, refusal.code(), bad);
    }
  }

  @Test
  void triple_everyKindOfNode_comesBack() {
    Graph graph = GraphFactory.createDefaultGraph();
    Node s = NodeFactory.createURI("https://city.example/駅/新宿");
    Node p = NodeFactory.createURI("https://city.example/p");
    List.of(
            NodeFactory.createLiteralString("a \"q\" \\ \n \r \t \u0001 街 \uD83D\uDE80"),
            NodeFactory.createLiteralString(""),
            NodeFactory.createLiteralLang("駅", "ja-Hrkt"),
            NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("not a number", XSDDatatype.XSDinteger),
            NodeFactory.createURI("https://city.example/o"))
        .forEach(o -> graph.add(Triple.create(s, p, o)));
    try (GraphWriter writer =
        new SortingGraphWriter(
            blobs, executor, directory, 1 << 20, Chunking.LINES, Chunking.PARTS)) {
      graph.find().forEachRemaining(writer::triple);
      GraphVersion version = writer.finish();
      assertEquals(6, version.triples());
      assertTrue(versions.graph(version.hash()).isIsomorphicWith(graph));
      String text = String.join("", read(version.hash()));
      assertTrue(text.contains("\"a \\\"q\\\" \\\\ \\n \\r \t \u0001 街 \uD83D\uDE80\" ."), text);
      assertTrue(text.contains("<https://city.example/駅/新宿>"));
    }
  }

  @Test
  void triple_thatNoVersionCanHold_isRefused() {
    Node iri = NodeFactory.createURI("https://city.example/x");
    for (Triple bad :
        Set.of(
            Triple.create(NodeFactory.createBlankNode(), iri, iri),
            Triple.create(iri, iri, NodeFactory.createBlankNode()),
            Triple.create(iri, iri, NodeFactory.createURI("https://city.example/a b")),
            Triple.create(iri, iri, NodeFactory.createURI("https://city.example/a>")),
            Triple.create(iri, iri, NodeFactory.createLiteralString("\uD83D")))) {
      NTriplesWriter writer = new NTriplesWriter();
      StoreException refusal = assertThrows(StoreException.class, () -> writer.write(bad));
      assertEquals(Code.INVALID_TRIPLE, refusal.code());
    }
  }

  @Test
  void file_anyLength_comesBack() throws IOException {
    VersionWriter writer = new VersionWriter(blobs, executor, directory, 1 << 20);
    for (int length : new int[] {0, 1, 1000, VersionWriter.BLOCK, VersionWriter.BLOCK * 2 + 7}) {
      byte[] content = new byte[length];
      new Random(length).nextBytes(content);
      Hash version = writer.writeFile(new ByteArrayInputStream(content));
      try (InputStream in = versions.file(version)) {
        assertTrue(Arrays.equals(content, in.readAllBytes()));
      }
      assertEquals(length, versions.fileLength(version));
      StoreException refusal = assertThrows(StoreException.class, () -> versions.lines(version));
      assertEquals(Code.WRONG_KIND, refusal.code());
    }
    GraphVersion graph = write(List.of("<http://x/s> <http://x/p> \"o\" .\n"));
    StoreException refusal = assertThrows(StoreException.class, () -> versions.file(graph.hash()));
    assertEquals(Code.WRONG_KIND, refusal.code());
  }

  @Test
  void lines_absentVersion_isBlobMissing() {
    Hash absent = Hash.of("absent".getBytes(StandardCharsets.UTF_8));
    StoreException refusal = assertThrows(StoreException.class, () -> versions.lines(absent));
    assertEquals(Code.BLOB_MISSING, refusal.code());
    assertTrue(refusal.getMessage().contains(absent.hex()));
  }

  @RepeatedTest(20)
  void anyLine_findsExactlyTheLinesThatBeginSo_andReadsNoPartThatHasNone() {
    Random random = seeded();
    List<String> all = new ArrayList<>(randomSet(random, 1 + random.nextInt(3000)));
    GraphVersion version = write(all, 1 << 20);
    NavigableSet<String> prefixes = new TreeSet<>(BYTES);
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      String line = all.get(random.nextInt(all.size()));
      String prefix = line.substring(0, line.indexOf('>', line.indexOf('>') + 1) + 2);
      prefixes.add(random.nextInt(3) == 0 ? prefix.replace("/p", "/q") : prefix);
    }
    List<String> expected =
        all.stream()
            .filter(line -> prefixes.stream().anyMatch(line::startsWith))
            .sorted(BYTES)
            .toList();
    List<String> found = new ArrayList<>();
    List<byte[]> sorted = prefixes.stream().map(Lines::bytes).toList();
    assertFalse(
        versions.anyLine(
            version.hash(),
            sorted,
            (buffer, offset, length) -> {
              found.add(new String(buffer, offset, length, StandardCharsets.UTF_8));
              return false;
            }));
    assertEquals(expected, found);
    assertEquals(
        !expected.isEmpty(), versions.anyLine(version.hash(), sorted, (b, offset, length) -> true));
  }
}
