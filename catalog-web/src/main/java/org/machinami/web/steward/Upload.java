package org.machinami.web.steward;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.machinami.web.account.SignedIn;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;

/**
 * A form with files. They lie in a folder of their own until it is closed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class Upload implements AutoCloseable {
  private static final long MOST_FIELD = 1 << 20;
  private static final int MOST_PARTS = 30;

  private final Path folder;
  private final MultiPartFormData.Parts parts;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<Sent> files = new ArrayList<>();

  /** A file of the form. */
  static final class Sent {
    private final MultiPart.Part part;
    private final String name;

    private Sent(MultiPart.Part part, String name) {
      this.part = part;
      this.name = name;
    }

    /** Without the folders that some browsers send along. */
    String name() {
      return name;
    }

    InputStream open() {
      return Content.Source.asInputStream(part.newContentSource(null, 0, -1));
    }

    void writeTo(Path file) throws IOException {
      part.writeTo(file);
    }
  }

  private Upload(Path folder, MultiPartFormData.Parts parts) {
    this.folder = folder;
    this.parts = parts;
    for (MultiPart.Part part : parts) {
      String file = part.getFileName();
      if (file == null) {
        if (part.getLength() <= MOST_FIELD) {
          fields.putIfAbsent(part.getName(), part.getContentAsString(StandardCharsets.UTF_8));
        }
      } else if (!file.isBlank()) {
        files.add(new Sent(part, file.replaceFirst("(?s).*[/\\\\]", "")));
      }
    }
  }

  /**
   * Reads one that {@link SignedIn} has sent.
   *
   * @param most bytes of all of it; what says that it is larger is not read
   * @throws Problem 413 when it is larger, 400 when it is no such form, 403 when it carries no
   *     token
   */
  static Upload read(
      ContainerRequestContext request, InputStream body, Path folder, long most, String about) {
    if (request.getLength() > most) {
      throw Problem.of(Kind.CONTENT_TOO_LARGE, about);
    }
    String boundary = MultiPart.extractBoundary(request.getHeaderString("Content-Type"));
    if (boundary == null) {
      throw Problem.of(Kind.BAD_REQUEST, about);
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setFilesDirectory(folder);
    parser.setMaxMemoryFileSize(0);
    parser.setMaxFileSize(-1);
    parser.setMaxLength(most);
    parser.setMaxParts(MOST_PARTS);
    try {
      Upload upload = new Upload(folder, parsed(parser, body));
      try {
        SignedIn.of(request).requireToken(upload.get("token"), about);
        return upload;
      } catch (Problem e) {
        upload.close();
        throw e;
      }
    } catch (IOException e) {
      DraftFiles.delete(folder);
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

  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  List<Sent> files() {
    return List.copyOf(files);
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    parts.close();
    DraftFiles.delete(folder);
  }
}
