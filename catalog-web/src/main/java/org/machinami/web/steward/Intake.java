package org.machinami.web.steward;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.machinami.loader.DatasetFolder;
import org.machinami.loader.LoadException;
import org.machinami.loader.archive.ArchiveEntry;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.archive.ZipArchive;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.egress.Fetched;
import org.machinami.loader.format.ForeignFormat;
import org.machinami.loader.proposal.FileProfiler;
import org.machinami.loader.proposal.Proposal;
import org.machinami.web.language.Language;
import org.machinami.web.request.Upload;

/**
 * From what somebody sent to the parts of a draft: a description, a mapping, files. A zip is the
 * same in one piece. What can be none of these is told, and nothing of it is kept.
 */
final class Intake {
  /** Those whose columns are looked at, and the files that make up a shapefile. */
  private static final Set<String> DATA =
      Stream.concat(Columns.KINDS.stream(), Stream.of("shp", "dbf", "prj", "cpg", "shx"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, Lang> DESCRIPTIONS =
      Map.of(
          "ttl", Lang.TURTLE,
          "nt", Lang.NTRIPLES,
          "jsonld", Lang.JSONLD,
          "rdf", Lang.RDFXML);
  private static final Set<String> MACROS = Set.of("xlsm", "xltm");

  private static final String NAME = "[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M} ._()（）ー-]{0,99}";
  private static final int MOST_TEXT = 4 << 20;
  private static final ArchiveLimits LIMITS = new ArchiveLimits(50, 200L << 20, 200, 16L << 20);

  private final DraftFiles store;
  private final Descriptions descriptions;
  private final String dataset;
  private final String publisher;
  private final Language language;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Draft.Attached> files = new ArrayList<>();
  private final List<Proposal> proposed = new ArrayList<>();
  private Optional<Graph> description = Optional.empty();
  private Optional<String> mapping = Optional.empty();

  /**
   * Why something that was sent cannot be taken.
   *
   * @param key of the message; {0} is the file
   * @param file its name
   * @param detail what follows the message, in the reader's language; empty for nothing
   */
  record Mistake(String key, String file, String detail) {}

  Intake(
      DraftFiles store,
      Descriptions descriptions,
      String dataset,
      String publisher,
      Language language) {
    this.store = store;
    this.descriptions = descriptions;
    this.dataset = dataset;
    this.publisher = publisher;
    this.language = language;
  }

  /**
   * Takes in all files of a form, and what is at the address that it names.
   *
   * @param limits of what is fetched
   */
  Intake take(Upload upload, EgressLimits limits) {
    try {
      Path folder = Files.createDirectory(upload.folder().resolve("named"));
      for (Upload.Sent sent : upload.files()) {
        String name = sent.name();
        if (Descriptions.suffix(name).equals("zip")) {
          Path zip = Files.createTempFile(upload.folder(), "sent", ".zip");
          sent.writeTo(zip);
          unpack(zip, name, folder);
        } else {
          try (InputStream content = sent.open()) {
            take(name, content, folder);
          }
        }
      }
      String address = upload.get("url").strip();
      if (!address.isEmpty()) {
        fetch(address, limits, upload.folder(), folder);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fetch(String address, EgressLimits limits, Path work, Path folder)
      throws IOException {
    try (Egress egress = Egress.open(limits)) {
      Fetched fetched = egress.fetch(address, work);
      if (Descriptions.suffix(fetched.name()).equals("zip")) {
        unpack(fetched.file(), fetched.name(), folder);
      } else {
        try (InputStream content = Files.newInputStream(fetched.file())) {
          take(fetched.name(), content, folder);
        }
      }
    } catch (LoadException e) {
      mistakes.add(
          new Mistake("steward.mistake.address", shown(address), e.text(language.locale())));
    }
  }

  private void unpack(Path zip, String name, Path folder) throws IOException {
    try (ZipArchive archive = ZipArchive.open(zip, name, LIMITS)) {
      for (ArchiveEntry entry : archive.entries()) {
        try (InputStream content = archive.open(entry)) {
          take(entry.name().replaceFirst("(?s).*/", ""), content, folder);
        }
      }
    } catch (LoadException e) {
      mistakes.add(new Mistake("steward.mistake.zip", name, e.text(language.locale())));
    }
  }

  private void take(String name, InputStream content, Path folder) throws IOException {
    String suffix = Descriptions.suffix(name);
    if (!name.matches(NAME)) {
      mistakes.add(new Mistake("steward.mistake.name", shown(name), ""));
    } else if (name.endsWith(DatasetFolder.MAPPING)) {
      mapping = bytes(name, content).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    } else if (DESCRIPTIONS.containsKey(suffix)) {
      description =
          bytes(name, content).flatMap(bytes -> described(name, DESCRIPTIONS.get(suffix), bytes));
    } else if (MACROS.contains(suffix)) {
      mistakes.add(new Mistake("steward.mistake.macros", name, ""));
    } else if (ForeignFormat.named(name).isPresent()) {
      String why = ForeignFormat.named(name).get().refusal(name).text(language.locale());
      mistakes.add(new Mistake("steward.mistake.unreadable", shown(name), why));
    } else if (!DATA.contains(suffix)) {
      mistakes.add(new Mistake("steward.mistake.kind", shown(name), ""));
    } else {
      Path file = folder.resolve(name);
      Files.copy(content, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      if (Columns.KINDS.contains(suffix)) {
        propose(file);
      }
      try (InputStream again = Files.newInputStream(file)) {
        files.add(store.take(name, again));
      }
    }
  }

  private static String shown(String name) {
    return name.substring(0, Math.min(80, name.length())).replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  private Optional<byte[]> bytes(String name, InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(MOST_TEXT + 1);
    if (bytes.length > MOST_TEXT) {
      mistakes.add(new Mistake("steward.mistake.long", name, ""));
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  private Optional<Graph> described(String name, Lang lang, byte[] bytes) {
    try {
      Optional<Graph> read = descriptions.read(bytes, name, lang, dataset, publisher);
      if (read.isEmpty()) {
        mistakes.add(new Mistake("steward.mistake.no-description", name, ""));
      }
      return read;
    } catch (LoadException e) {
      mistakes.add(new Mistake("steward.mistake.no-description", name, e.text(language.locale())));
      return Optional.empty();
    }
  }

  /** What the columns of a file seem to be; a file that cannot be read says why. */
  private void propose(Path file) {
    try {
      proposed.add(Proposal.of(FileProfiler.profile(file)));
    } catch (LoadException e) {
      mistakes.add(
          new Mistake(
              "steward.mistake.unreadable",
              String.valueOf(file.getFileName()),
              e.text(language.locale())));
    }
  }

  List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }

  List<Draft.Attached> files() {
    return List.copyOf(files);
  }

  /** The description that was sent. */
  Optional<Graph> description() {
    return description;
  }

  /** The mapping that was sent. */
  Optional<String> mapping() {
    return mapping;
  }

  /** What a program proposes for each file that has columns. */
  List<Proposal> proposed() {
    return List.copyOf(proposed);
  }
}
