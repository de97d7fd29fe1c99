package org.machinami.loader.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.LoadException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class SourceFilesTest {

  private static final long UNPACKED = 100_000;

  @TempDir Path outer;
  private Path root;
  private SourceFiles files;

  @BeforeEach
  void write() throws IOException {
    root = Files.createDirectories(outer.resolve("root/api"));
    Files.writeString(outer.resolve("secret.csv"), "secret");
    Files.writeString(root.resolve("b.json"), "B");
    Files.writeString(root.resolve("a.json"), "A");
    root = root.getParent();
    files = new SourceFiles(List.of(root), new SourceLimits(1000, 1000, 10, 10, UNPACKED));
  }

  @Test
  void visit_glob_opensAllByName() throws IOException {
    assertEquals(List.of("api/a.json=A", "api/b.json=B"), visit("api/*.json"));
  }

  @Test
  void visit_gzip_isUnpacked() throws IOException {
    gzip("x.csv.gz", "zipped".getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("x.csv.gz=zipped"), visit("x.csv.gz"));
  }

  @Test
  void visit_archive_opensEntriesThatMatch() throws IOException {
    try (OutputStream out = Files.newOutputStream(root.resolve("p.tar.xz"));
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new XZOutputStream(out, new LZMA2Options(1)))) {
      for (String name : List.of("p/2019/01.csv", "p/readme.txt", "p/2020/01.csv")) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(name.length());
        tar.putArchiveEntry(entry);
        tar.write(name.getBytes(StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
      }
    }
    assertEquals(
        List.of("p.tar.xz!p/2019/01.csv=p/2019/01.csv", "p.tar.xz!p/2020/01.csv=p/2020/01.csv"),
        visit("p.tar.xz!**/*.csv"));
    LoadException e = assertThrows(LoadException.class, () -> visit("p.tar.xz!*.json"));
    assertEquals("source.no-entry", e.key());
  }

  @Test
  void visit_bomb_isStopped() throws IOException {
    gzip("bomb.gz", new byte[1_000_000]);
    LoadException e = assertThrows(LoadException.class, () -> visit("bomb.gz"));
    assertEquals("source.unpacked", e.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret.csv", "/etc/passwd", "api/../../secret.csv", "", "..\\secret.csv"})
  void find_outsideTheFolder_isRefused(String source) {
    LoadException e = assertThrows(LoadException.class, () -> files.find(source));
    assertEquals("source.outside", e.key());
  }

  @Test
  void find_linkOutOfTheFolder_isRefused() throws IOException {
    Files.createSymbolicLink(root.resolve("link.csv"), outer.resolve("secret.csv"));
    LoadException e = assertThrows(LoadException.class, () -> files.find("link.csv"));
    assertEquals("source.outside", e.key());
  }

  @Test
  void find_absent_namesNearest() {
    LoadException e = assertThrows(LoadException.class, () -> files.find("api/aa.json"));
    assertEquals("source.none", e.key());
    assertTrue(e.getMessage().contains("Nearest: api/a.json"), e::getMessage);
  }

  @Test
  void find_severalFolders_takesTheFirstThatHasIt() throws IOException {
    Path from = Files.createDirectory(outer.resolve("from"));
    Files.writeString(from.resolve("c.csv"), "");
    SourceFiles both = new SourceFiles(List.of(from, root), SourceLimits.DEFAULT);
    assertEquals(List.of(from.resolve("c.csv")), both.find("c.csv"));
    assertEquals(List.of(root.resolve("api/a.json")), both.find("api/a.json"));
  }

  private void gzip(String name, byte[] content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve(name)))) {
      out.write(content);
    }
  }

  private List<String> visit(String source) throws IOException {
    List<String> seen = new ArrayList<>();
    files.visit(
        source,
        read -> {},
        content ->
            seen.add(
                content.name()
                    + "="
                    + new String(content.bytes().readAllBytes(), StandardCharsets.UTF_8)));
    return seen;
  }
}
