package org.machinami.store.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commit as a line of JSON: fixed order of fields, no spaces, {@code hash} last. The hash is
 * SHA-256 over the line's bytes before {@code ,"hash":}.
 */
final class CommitLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** {@code ,"hash":"...64..."}} and the newline. */
  static final int TAIL = 9 + 64 + 2 + 1;

  private CommitLine() {}

  /** A commit and its line, newline included. */
  static final class Written {
    private final Commit commit;
    private final byte[] line;

    private Written(Commit commit, byte[] line) {
      this.commit = commit;
      this.line = line;
    }

    Commit commit() {
      return commit;
    }

    byte[] line() {
      return line;
    }
  }

  static Written write(long sequence, Instant time, CommitRequest request, Hash previous) {
    StringBuilder json = new StringBuilder(256 + 160 * request.changes().size());
    json.append("{\"sequence\":").append(sequence);
    json.append(",\"time\":\"").append(TIME.format(time));
    json.append("\",\"key\":").append(request.key().map(CommitLine::quoted).orElse("null"));
    json.append(",\"agent\":").append(quoted(request.agent()));
    json.append(",\"activity\":").append(quoted(request.activity()));
    json.append(",\"reason\":").append(quoted(request.reason()));
    json.append(",\"changes\":[");
    String separator = "";
    for (GraphChange change : request.changes()) {
      json.append(separator).append("{\"graph\":").append(quoted(change.graph()));
      json.append(",\"version\":");
      json.append(change.version().map(hash -> '"' + hash.hex() + '"').orElse("null")).append('}');
      separator = ",";
    }
    json.append("],\"previous\":\"").append(previous.hex()).append('"');
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    Hash hash = Hash.of(body);
    byte[] tail = (",\"hash\":\"" + hash.hex() + "\"}\n").getBytes(StandardCharsets.US_ASCII);
    byte[] line = Arrays.copyOf(body, body.length + tail.length);
    System.arraycopy(tail, 0, line, body.length, tail.length);
    Commit commit =
        new Commit(
            sequence,
            time,
            request.agent(),
            request.activity(),
            request.reason(),
            request.key(),
            request.changes(),
            previous,
            hash);
    return new Written(commit, line);
  }

  /** A JSON string with its quotes. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        out.append(c).append(text.charAt(++i));
      } else if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /**
   * What can be told of a line without reading its JSON; null when it has not the shape of one or
   * its hash is wrong.
   */
  static Frame frame(byte[] buffer, int offset, int length) {
    int hashAt = offset + length - TAIL;
    int previousAt = hashAt - 13 - 64 - 1;
    int cursor = offset + 12;
    if (previousAt < cursor
        || !matches(buffer, offset, "{\"sequence\":")
        || !matches(buffer, previousAt, ",\"previous\":\"")
        || !matches(buffer, hashAt - 1, "\",\"hash\":\"")
        || !matches(buffer, offset + length - 3, "\"}\n")) {
      return null;
    }
    long sequence = 0;
    while (cursor < previousAt
        && buffer[cursor] >= '0'
        && buffer[cursor] <= '9'
        && sequence < 1L << 58) {
      sequence = sequence * 10 + buffer[cursor++] - '0';
    }
    int keyAt = cursor + 9 + 24 + 8; // ,"time":" and the time and ","key":
    Hash previous = hash(buffer, previousAt + 13);
    Hash claimed = hash(buffer, hashAt + 9);
    if (previous == null
        || claimed == null
        || keyAt >= previousAt
        || !matches(buffer, keyAt - 8, "\",\"key\":")
        || !Hash.of(buffer, offset, hashAt - offset).equals(claimed)) {
      return null;
    }
    return new Frame(sequence, key(buffer, keyAt, previousAt), previous, claimed);
  }

  /**
   * The chain's part of a line.
   *
   * @param keyHash of the idempotency key; 0 when there is none
   */
  record Frame(long sequence, long keyHash, Hash previous, Hash hash) {}

  /** A number for an idempotency key; never 0. */
  static long keyHash(String key) {
    byte[] quoted = quoted(key).getBytes(StandardCharsets.UTF_8);
    return key(quoted, 0, quoted.length);
  }

  private static long key(byte[] buffer, int from, int limit) {
    if (buffer[from] != '"') {
      return 0;
    }
    int to = from + 1;
    while (to < limit && buffer[to] != '"') {
      to += buffer[to] == '\\' ? 2 : 1;
    }
    long hash = Hash.of(buffer, from, Math.min(to, limit) - from).a();
    return hash == 0 ? 1 : hash;
  }

  /** In lower case only: nothing else was written, and every byte of a line counts. */
  private static Hash hash(byte[] buffer, int from) {
    for (int i = from; i < from + 64; i++) {
      if (buffer[i] >= 'A' && buffer[i] <= 'F') {
        return null;
      }
    }
    try {
      return Hash.parse(new String(buffer, from, 64, StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean matches(byte[] buffer, int from, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (buffer[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a line.
   *
   * @throws IOException when it is not the JSON of a commit
   */
  static Commit parse(byte[] buffer, int offset, int length) throws IOException {
    Map<String, String> fields = new HashMap<>();
    List<GraphChange> changes = new ArrayList<>();
    try (JsonParser json = JSON.createParser(buffer, offset, length)) {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            changes.add(change(json));
          }
        } else if (json.currentToken() != JsonToken.VALUE_NULL) {
          fields.put(name, json.getText());
        }
      }
      return new Commit(
          Long.parseLong(require(fields, "sequence")),
          Instant.parse(require(fields, "time")),
          require(fields, "agent"),
          require(fields, "activity"),
          require(fields, "reason"),
          Optional.ofNullable(fields.get("key")),
          changes,
          Hash.parse(require(fields, "previous")),
          Hash.parse(require(fields, "hash")));
    } catch (RuntimeException e) {
      throw new IOException("it is not a commit: " + e.getMessage(), e);
    }
  }

  private static GraphChange change(JsonParser json) throws IOException {
    String graph = null;
    Optional<Hash> version = Optional.empty();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("graph")) {
        graph = json.getText();
      } else if (name.equals("version") && json.currentToken() == JsonToken.VALUE_STRING) {
        version = Optional.of(Hash.parse(json.getText()));
      }
    }
    if (graph == null) {
      throw new IOException("a change names no graph");
    }
    return new GraphChange(graph, version);
  }

  private static void expect(JsonToken actual, JsonToken expected) throws IOException {
    if (actual != expected) {
      throw new IOException("it is not a JSON object");
    }
  }

  private static String require(Map<String, String> fields, String name) throws IOException {
    String value = fields.get(name);
    if (value == null) {
      throw new IOException("field " + name + " is missing");
    }
    return value;
  }
}
