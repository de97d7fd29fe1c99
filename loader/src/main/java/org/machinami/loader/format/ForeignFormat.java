package org.machinami.loader.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.Messages;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.XmlHead;

/** A format that offices publish in and that is not read here. */
public enum ForeignFormat {
  GEOPACKAGE("GeoPackage"),
  KML("KML"),
  EXCEL_97("Excel 97-2003"),
  PDF("PDF"),
  CITYGML_3("CityGML 3");

  /** What is read, as an argument of messages. */
  public static final Messages.Inner READ = new Messages.Inner("format.read");

  private static final int HEAD = 1 << 14;

  /** The first sign of XML, behind the marks of UTF-8 and UTF-16. */
  private static final Pattern MARKUP = Pattern.compile("[\\s\0\u00EF\u00BB\u00BF\u00FE\u00FF]*<");

  private static final String COMPOUND_DOCUMENT = "\u00D0\u00CF\u0011\u00E0";

  private final String title;

  ForeignFormat(String title) {
    this.title = title;
  }

  /** The format that a file is called after. */
  public static Optional<ForeignFormat> named(String name) {
    int dot = name.lastIndexOf('.');
    return switch (name.substring(Math.max(dot, 0)).toLowerCase(Locale.ROOT)) {
      case ".gpkg" -> Optional.of(GEOPACKAGE);
      case ".kml", ".kmz" -> Optional.of(KML);
      case ".xls" -> Optional.of(EXCEL_97);
      case ".pdf" -> Optional.of(PDF);
      default -> Optional.empty();
    };
  }

  /** The format of a document that begins so. */
  public static Optional<ForeignFormat> beginning(byte[] head) {
    String text = text(head);
    if (text.startsWith("SQLite format 3")) {
      return Optional.of(GEOPACKAGE);
    }
    if (text.startsWith("%PDF-")) {
      return Optional.of(PDF);
    }
    return MARKUP.matcher(text).lookingAt()
        ? XmlHead.root(new ByteArrayInputStream(head)).flatMap(ForeignFormat::rooted)
        : Optional.empty();
  }

  private static Optional<ForeignFormat> rooted(QName root) {
    if (root.getLocalPart().equals("kml")) {
      return Optional.of(KML);
    }
    return root.getNamespaceURI().equals("http://www.opengis.net/citygml/3.0")
        ? Optional.of(CITYGML_3)
        : Optional.empty();
  }

  /**
   * Refuses a source in such a format.
   *
   * @throws LoadException when it is in one
   */
  public static void refuse(SourceContent content) throws IOException {
    byte[] head = content.file().isPresent() ? head(content.file().get()) : new byte[0];
    // A table of another program is often called .xls; what it holds decides.
    Optional<ForeignFormat> found =
        beginning(head)
            .or(() -> named(content.name()))
            .filter(format -> format != EXCEL_97 || text(head).startsWith(COMPOUND_DOCUMENT));
    if (found.isPresent()) {
      throw found.get().refusal(content.name());
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static String text(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /** Says of a file what it is, and what is read. */
  public LoadException refusal(String name) {
    return new LoadException(Fault.DATA, "format.foreign", name, title, READ);
  }
}
