package org.machinami.loader.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveEntry;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.archive.ZipArchive;
import org.tukaani.xz.XZInputStream;

/**
 * The files that {@code rml:source} may name: those below some folders, and nothing else. A source
 * is a path ({@code wards.csv}), a glob ({@code api/*.json}), a gzipped file ({@code a.geojson.gz})
 * or entries of an archive ({@code a.zip!b.csv}, {@code a.tar.xz!2019/**}{@code /*.csv}).
 * Immutable.
 */
public final class SourceFiles {

  /** What takes the opened sources, one after the other. */
  @FunctionalInterface
  public interface Visitor {
    /** The stream is closed by the caller. */
    void source(SourceContent content) throws IOException;
  }

  private static final String COMPRESSED = ".gz";
  private static final int XZ_MEMORY_KIB = 256 << 10;
  private static final int BUFFER = 1 << 16;

  private final List<Path> roots;
  private final SourceLimits limits;
  private final Map<String, List<Path>> fetched;
  private final Map<Path, String> fetchedNames = new HashMap<>();

  /**
   * @param roots folders in which names are looked for, the first that has one wins
   */
  public SourceFiles(List<Path> roots, SourceLimits limits) {
    this(roots, limits, Map.of());
  }

  private SourceFiles(List<Path> roots, SourceLimits limits, Map<String, List<Path>> fetched) {
    this.roots = List.copyOf(roots);
    this.limits = limits;
    this.fetched = Map.copyOf(fetched);
    fetched.forEach(
        (source, documents) -> {
          for (int i = 0; i < documents.size(); i++) {
            fetchedNames.putIfAbsent(documents.get(i), source + "!" + (i + 1));
          }
        });
  }

  /**
   * The same, where some sources stand for documents that were fetched.
   *
   * @param documents by source, in their order
   */
  public SourceFiles with(Map<String, List<Path>> documents) {
    return new SourceFiles(roots, limits, documents);
  }

  /** The name of a source without folders and without what follows the first dot. */
  static String plainName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
    int dot = last.indexOf('.');
    return dot <= 0 ? last : last.substring(0, dot);
  }

  /**
   * The files on disk behind a source, in the order of their names.
   *
   * @throws LoadException when there is none, or the name would lead out of the folder
   */
  public List<Path> find(String source) {
    if (fetched.containsKey(source)) {
      return fetched.get(source);
    }
    String pattern = archive(source);
    String relative = checked(pattern).toString();
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      if (isGlob(pattern)) {
        found.addAll(glob(root, pattern));
      } else if (Files.isRegularFile(root.resolve(relative))) {
        found.add(root.resolve(relative));
      }
      if (!found.isEmpty()) {
        found.forEach(file -> requireInside(root, file, source));
        return found;
      }
    }
    throw new LoadException(
        Fault.FOLDER, "source.none", source, roots.get(0), Nearest.of(pattern, names()));
  }

  /** Whether what a source names is read as it lies on disk, not out of something compressed. */
  public boolean isPlain(String source) {
    return source.indexOf('!') < 0
        && find(source).stream().noneMatch(file -> name(file).endsWith(COMPRESSED));
  }

  /** Whether a file is a document that was fetched. */
  public boolean isFetched(Path file) {
    return fetchedNames.containsKey(file);
  }

  /** Bytes on disk of a source. */
  public long size(String source) {
    long size = 0;
    for (Path file : find(source)) {
      try {
        size += Files.size(file);
      } catch (IOException e) {
        throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
      }
    }
    return size;
  }

  /**
   * Opens what a source names, one stream after the other.
   *
   * @param read is told how many bytes were read from disk, again and again
   */
  public void visit(String source, LongConsumer read, Visitor visitor) throws IOException {
    Optional<String> inner =
        source.indexOf('!') < 0
            ? Optional.empty()
            : Optional.of(source.substring(source.indexOf('!') + 1));
    for (Path file : find(source)) {
      String name = name(file);
      if (inner.isPresent() && name.endsWith(".zip")) {
        zip(file, inner.get(), read, visitor);
        continue;
      }
      try (InputStream bytes = open(file, read)) {
        if (inner.isPresent()) {
          archive(name, inner.get(), bytes, visitor);
        } else if (name.endsWith(COMPRESSED)) {
          InputStream unpacked =
              CappedStream.open(name, () -> new GZIPInputStream(bytes, BUFFER), limits);
          visitor.source(SourceContent.of(name, unpacked));
        } else {
          visitor.source(SourceContent.ofFile(file, name, bytes));
        }
      }
    }
  }

  private static InputStream open(Path file, LongConsumer read) {
    try {
      return new BufferedInputStream(new CountedStream(Files.newInputStream(file), read), BUFFER);
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }

  private void archive(String name, String inner, InputStream bytes, Visitor visitor)
      throws IOException {
    if (!name.endsWith(".tar.xz")) {
      throw new LoadException(Fault.FOLDER, "source.archive", name);
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + inner);
    boolean any = false;
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            CappedStream.open(name, () -> new XZInputStream(bytes, XZ_MEMORY_KIB), limits),
            "UTF-8")) {
      CappedStream unpacked = new CappedStream(name, tar, limits);
      for (TarArchiveEntry entry = CappedStream.sound(name, tar::getNextEntry);
          entry != null;
          entry = CappedStream.sound(name, tar::getNextEntry)) {
        if (entry.isFile() && matcher.matches(Path.of(entry.getName()))) {
          any = true;
          visitor.source(SourceContent.of(name + "!" + entry.getName(), unpacked));
        }
      }
    }
    if (!any) {
      throw new LoadException(Fault.FOLDER, "source.no-entry", name, inner);
    }
  }

  private void zip(Path file, String inner, LongConsumer read, Visitor visitor) throws IOException {
    String name = name(file);
    Pattern pattern = EntryPattern.of(inner);
    boolean any = false;
    try (ZipArchive zip = ZipArchive.open(file, name, ArchiveLimits.DEFAULT)) {
      for (ArchiveEntry entry : zip.entries()) {
        if (pattern.matcher(entry.name()).matches()) {
          any = true;
          try (InputStream bytes = zip.open(entry)) {
            visitor.source(SourceContent.ofEntry(zip, entry, name, bytes));
          }
        }
      }
    }
    read.accept(Files.size(file));
    if (!any) {
      throw new LoadException(Fault.FOLDER, "source.no-entry", name, inner);
    }
  }

  /** The name of a file as positions and messages have it; documents are counted from 1. */
  public String name(Path file) {
    if (isFetched(file)) {
      return fetchedNames.get(file);
    }
    for (Path root : roots) {
      if (file.startsWith(root)) {
        return root.relativize(file).toString().replace('\\', '/');
      }
    }
    return file.getFileName().toString();
  }

  private static String archive(String source) {
    int mark = source.indexOf('!');
    return mark < 0 ? source : source.substring(0, mark);
  }

  private static boolean isGlob(String pattern) {
    return pattern.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  private static Path checked(String pattern) {
    if (pattern.isEmpty()
        || pattern.startsWith("/")
        || pattern.indexOf('\0') >= 0
        || pattern.contains("\\")
        || List.of(pattern.split("/")).contains("..")) {
      throw new LoadException(Fault.FOLDER, "source.outside", pattern);
    }
    return isGlob(pattern) ? Path.of("") : Path.of(pattern);
  }

  private static void requireInside(Path root, Path file, String source) {
    try {
      if (!file.toRealPath().startsWith(root.toRealPath())) {
        throw new LoadException(Fault.FOLDER, "source.outside", source);
      }
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }

  private static List<Path> glob(Path root, String pattern) {
    PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + pattern);
    try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> matcher.matches(root.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", root, e.toString());
    }
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(Files::isRegularFile).limit(1000).forEach(file -> names.add(name(file)));
      } catch (IOException e) {
        throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", root, e.toString());
      }
    }
    return names;
  }
}
