package org.machinami.web.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;

/**
 * A form with files, read as it streams in. They lie in a folder of their own until it is closed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
public final class Upload implements AutoCloseable {
  private static final int MOST_PARTS = 30;

  private final Path folder;
  private final MultiPartFormData.Parts parts;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<Sent> files = new ArrayList<>();

  /** A file of the form. */
  public static final class Sent {
    private final MultiPart.Part part;
    private final String name;

    private Sent(MultiPart.Part part, String name) {
      this.part = part;
      this.name = name;
    }

    /** Without the folders that some browsers send along. */
    public String name() {
      return name;
    }

    /** Name of the field of the form. */
    public String field() {
      return part.getName();
    }

    /** As the sender declares it; empty when he does not. */
    public String mediaType() {
      String type = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
      return type == null ? "" : type;
    }

    public boolean isEmpty() {
      return part.getLength() == 0;
    }

    public InputStream open() {
      return Content.Source.asInputStream(part.newContentSource(null, 0, -1));
    }

    public void writeTo(Path file) throws IOException {
      part.writeTo(file);
    }
  }

  private Upload(Path folder, MultiPartFormData.Parts parts, long mostField) {
    this.folder = folder;
    this.parts = parts;
    for (MultiPart.Part part : parts) {
      String file = part.getFileName();
      if (file == null) {
        if (part.getLength() <= mostField) {
          fields.putIfAbsent(part.getName(), part.getContentAsString(StandardCharsets.UTF_8));
        }
      } else if (!file.isBlank()) {
        files.add(new Sent(part, file.replaceFirst("(?s).*[/\\\\]", "")));
      }
    }
  }

  /**
   * Reads one.
   *
   * @param contentType of the request
   * @param folder for its files, deleted when it is closed, or cannot be read
   * @param most bytes of all of it
   * @param mostField bytes of a field that is no file; a longer one counts as not sent
   * @throws Problem 413 when it is larger, 400 when it is no such form
   */
  public static Upload read(
      InputStream body, String contentType, Path folder, long most, long mostField, String about) {
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null) {
      delete(folder);
      throw Problem.of(Kind.BAD_REQUEST, about);
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setFilesDirectory(folder);
    parser.setMaxMemoryFileSize(0);
    parser.setMaxFileSize(-1);
    parser.setMaxLength(most);
    parser.setMaxParts(MOST_PARTS);
    try {
      return new Upload(folder, parsed(parser, body), mostField);
    } catch (IOException e) {
      delete(folder);
      boolean large = String.valueOf(e.getMessage()).contains("max length");
      throw Problem.of(large ? Kind.CONTENT_TOO_LARGE : Kind.BAD_REQUEST, about);
    }
  }

  private static MultiPartFormData.Parts parsed(MultiPartFormData.Parser parser, InputStream body)
      throws IOException {
    try (Blocker.Promise<MultiPartFormData.Parts> parts = Blocker.promise()) {
      parser.parse(Content.Source.from(body), parts);
      return parts.block();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e); // what the parser finds wrong
    }
  }

  public String get(String name) {
    return fields.getOrDefault(name, "");
  }

  public List<Sent> files() {
    return List.copyOf(files);
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    parts.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
