package org.machinami.loader.validation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.format.ForeignFormat;
import org.machinami.loader.format.Formats;
import org.machinami.loader.mapping.LogicalSource.Formulation;

/** What a file is: by its name, else by its media type, else by how it begins. */
sealed interface FileKind {

  /** A description, or a catalogue of them. */
  record Rdf(Lang lang) implements FileKind {}

  /** A table. */
  record Table(char delimiter) implements FileKind {}

  /**
   * Records.
   *
   * @param list whether the document is a list of them
   */
  record Json(boolean geographic, boolean list) implements FileKind {}

  /** Sheets of Excel, of which the first that is shown is looked at. */
  record Workbook() implements FileKind {}

  /** Features in another format, which says itself how it is to be read. */
  record Features(Formulation formulation) implements FileKind {}

  /** A packed dataset folder. */
  record Zip() implements FileKind {}

  /** Something that is known and not read. */
  record Foreign(ForeignFormat format) implements FileKind {}

  /** Nothing that is known here. */
  record Unknown() implements FileKind {}

  int HEAD = 1 << 16;
  Pattern LINKED = Pattern.compile("\"@(context|graph|id|type)\"\\s*:");
  Pattern GEOGRAPHIC = Pattern.compile("\"type\"\\s*:\\s*\"Feature(Collection)?\"");

  /**
   * The kind of a file.
   *
   * @param mediaType as it was declared; empty: none
   */
  static FileKind of(Path file, String name, String mediaType) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    if (plain.endsWith(".zip")) {
      return new Zip();
    }
    if (plain.endsWith(".xlsx")) {
      return new Workbook();
    }
    if (plain.endsWith(".csv") || plain.endsWith(".tsv")) {
      return new Table(plain.endsWith(".csv") ? ',' : '\t');
    }
    if (plain.endsWith(".geojson")) {
      return new Json(true, false);
    }
    Optional<Formulation> features = Formats.features(plain);
    if (features.isPresent()) {
      return new Features(features.get());
    }
    Optional<ForeignFormat> foreign = ForeignFormat.named(plain);
    if (foreign.isPresent()) {
      return new Foreign(foreign.get());
    }
    // These may be anything that is written in JSON or XML.
    boolean any = plain.endsWith(".json") || plain.endsWith(".xml");
    Lang lang = any ? null : RDFLanguages.filenameToLang(plain);
    if (lang != null) {
      return new Rdf(lang);
    }
    return (any ? Optional.<FileKind>empty() : declared(mediaType)).orElse(begins(head(file)));
  }

  private static Optional<FileKind> declared(String mediaType) {
    String plain = mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "text/csv" -> Optional.of(new Table(','));
      case "text/tab-separated-values" -> Optional.of(new Table('\t'));
      case "application/geo+json" -> Optional.of(new Json(true, false));
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ->
          Optional.of(new Workbook());
      case "application/zip", "application/x-zip-compressed" -> Optional.of(new Zip());
      case "", "application/json", "text/plain", "application/octet-stream", "text/html" ->
          Optional.empty();
      default -> Optional.ofNullable(RDFLanguages.contentTypeToLang(plain)).map(Rdf::new);
    };
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static FileKind begins(byte[] bytes) {
    String head = new String(bytes, StandardCharsets.UTF_8);
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return new Zip();
    }
    String text = head.startsWith("\uFEFF") ? head.substring(1).strip() : head.strip();
    if (text.matches("(?s)(\\{|\\[\\s*\\{).*")) {
      if (LINKED.matcher(text).find()) {
        return new Rdf(Lang.JSONLD);
      }
      return new Json(GEOGRAPHIC.matcher(text).find(), text.startsWith("["));
    }
    Optional<ForeignFormat> foreign = ForeignFormat.beginning(bytes);
    if (foreign.isPresent()) {
      return new Foreign(foreign.get());
    }
    boolean xml = text.startsWith("<?xml") || text.startsWith("<!") || text.startsWith("<rdf:RDF");
    if (xml && text.contains(RDF.getURI())) {
      return new Rdf(Lang.RDFXML);
    }
    boolean turtle =
        text.matches("(?is)(#[^\\n]*\\n\\s*)*(@?prefix|@?base)\\s.*")
            || text.matches("(?s)(#[^\\n]*\\n\\s*)*(<[^>\\s]*>|_:\\w+)\\s.*\\.\\s*");
    return turtle ? new Rdf(Lang.TURTLE) : new Unknown();
  }
}
