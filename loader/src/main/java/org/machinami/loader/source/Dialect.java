package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * How CSVW metadata say that a table is written.
 *
 * @param skippedLines above the header, or above the first row where there is no header
 * @param header whether a row names the columns
 * @param comment what a line begins with that is no row
 * @param unheeded properties of which nothing is made, as {@code name=value}
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#dialect-descriptions">Dialects</a>
 */
record Dialect(
    Optional<Character> delimiter,
    Optional<Charset> encoding,
    int skippedLines,
    boolean header,
    Optional<Character> quote,
    Optional<Character> comment,
    List<String> unheeded) {

  /** Line ends are found; blank rows make nothing; blanks around values are taken off. */
  private static final Set<String> OF_NO_EFFECT =
      Set.of("@id", "@type", "skipBlankRows", "skipInitialSpace", "trim");

  private static final Set<String> HEEDED =
      Set.of("delimiter", "encoding", "skipRows", "header", "headerRowCount");

  private static final Set<String> LINE_ENDS = Set.of("\r\n", "\n", "\r");

  Dialect {
    unheeded = List.copyOf(unheeded);
  }

  /**
   * The dialect of an object of JSON; of a missing one the usual.
   *
   * @param name of the file with the metadata
   * @throws LoadException when the parts of a table cannot be told apart so, or nobody knows the
   *     encoding
   */
  static Dialect of(String name, JsonNode json) {
    String delimiter = json.path("delimiter").asText("");
    if (delimiter.length() > 1) {
      throw new LoadException(Fault.DATA, "csvw.broken", name, "delimiter: " + delimiter);
    }
    Dialect dialect =
        new Dialect(
            sign(json, "delimiter"),
            charset(name, json.path("encoding").asText("")),
            Math.max(0, json.path("skipRows").asInt(0)),
            json.path("headerRowCount").asInt(json.path("header").asBoolean(true) ? 1 : 0) > 0,
            sign(json, "quoteChar"),
            sign(json, "commentPrefix"),
            unheeded(json));
    Set<Character> signs = new HashSet<>(Set.of('\r', '\n'));
    boolean apart =
        signs.add(dialect.delimiter.orElse(',')) && signs.add(dialect.quote.orElse('"'));
    if (!apart || !dialect.comment.map(signs::add).orElse(true)) {
      throw new LoadException(
          Fault.DATA, "csvw.broken", name, "delimiter = quoteChar = commentPrefix");
    }
    return dialect;
  }

  private static Optional<Character> sign(JsonNode json, String property) {
    return isSign(json.path(property))
        ? Optional.of(json.path(property).asText().charAt(0))
        : Optional.empty();
  }

  private static boolean isSign(JsonNode value) {
    return value.isTextual() && value.asText().length() == 1;
  }

  private static Optional<Charset> charset(String name, String encoding) {
    if (encoding.isEmpty()) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(encoding);
      return Optional.of(charset.name().equals("Shift_JIS") ? EncodingFinder.CP932 : charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new LoadException(Fault.DATA, e, "csvw.broken", name, "encoding: " + encoding);
    }
  }

  private static List<String> unheeded(JsonNode json) {
    List<String> unheeded = new ArrayList<>();
    json.properties()
        .forEach(
            property -> {
              if (!isHeeded(property.getKey(), property.getValue())) {
                unheeded.add(property.getKey() + "=" + property.getValue());
              }
            });
    return unheeded;
  }

  private static boolean isHeeded(String property, JsonNode value) {
    return switch (property) {
      case "headerRowCount" -> value.asInt() <= 1;
      case "doubleQuote" -> value.asBoolean();
      case "quoteChar" -> isSign(value);
      case "commentPrefix" -> isSign(value) || value.isNull();
      case "skipColumns", "headerColumnCount" -> value.asInt() == 0;
      case "lineTerminators" ->
          LINE_ENDS.contains(value.asText())
              || (value.isArray()
                  && value.valueStream().allMatch(e -> LINE_ENDS.contains(e.asText())));
      default -> HEEDED.contains(property) || OF_NO_EFFECT.contains(property);
    };
  }
}
