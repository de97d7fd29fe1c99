package org.machinami.web.validate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;

/**
 * The parts of a form with a file, out of a body that is short enough to be in memory.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
public final class Multipart {
  private static final int MOST_PARTS = 20;
  private static final int LONGEST_HEAD = 4_096;
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)boundary=(?:\"([^\"]{1,70})\"|([^;,\\s]{1,70}))");
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("(?i)[;\\s]filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^\\r\\n]+)");

  /** A part. */
  public static final class Part {
    private final String fileName;
    private final String mediaType;
    private final byte[] bytes;

    private Part(String fileName, String mediaType, byte[] bytes) {
      this.fileName = fileName;
      this.mediaType = mediaType;
      this.bytes = bytes;
    }

    /** As the sender calls it; empty for a field. */
    public String fileName() {
      return fileName;
    }

    String mediaType() {
      return mediaType;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public boolean isEmpty() {
      return bytes.length == 0;
    }

    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Multipart() {}

  /**
   * Reads them; of a name that comes twice the first part counts.
   *
   * @throws Problem 400 when it is no such form
   */
  public static Map<String, Part> read(byte[] body, String contentType) {
    Matcher found = BOUNDARY.matcher(contentType);
    if (!found.find()) {
      throw Problem.of(Kind.BAD_REQUEST, "validate");
    }
    String boundary = Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2));
    byte[] mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    Map<String, Part> parts = new LinkedHashMap<>();
    int at = find(body, mark, 0);
    while (at >= 0 && parts.size() < MOST_PARTS) {
      int from = at + mark.length;
      int next = find(body, mark, from);
      if (next < 0) {
        break;
      }
      part(body, from + 2, next - 2, parts);
      at = next;
    }
    if (parts.isEmpty()) {
      throw Problem.of(Kind.BAD_REQUEST, "validate");
    }
    return parts;
  }

  private static void part(byte[] body, int from, int to, Map<String, Part> parts) {
    int blank = find(body, new byte[] {'\r', '\n', '\r', '\n'}, from);
    if (blank < 0 || blank + 4 > to || blank - from > LONGEST_HEAD) {
      return;
    }
    String head = new String(body, from, blank - from, StandardCharsets.UTF_8);
    Matcher name = NAME.matcher(head);
    if (name.find()) {
      Matcher file = FILE.matcher(head);
      Matcher type = TYPE.matcher(head);
      parts.putIfAbsent(
          name.group(1),
          new Part(
              file.find() ? file.group(1) : "",
              type.find() ? type.group(1).strip() : "",
              Arrays.copyOfRange(body, blank + 4, to)));
    }
  }

  private static int find(byte[] body, byte[] mark, int from) {
    for (int i = from; i <= body.length - mark.length; i++) {
      if (body[i] == mark[0] && Arrays.equals(body, i, i + mark.length, mark, 0, mark.length)) {
        return i;
      }
    }
    return -1;
  }
}
