package org.machinami.loader.harvest.remote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What other catalogues call a licence, a file format, a frequency, and the IRI for it: a file of
 * lines {@code IRI word | word ...}. Words are compared without case, spaces, hyphens and dots.
 */
final class CodeTable {
  private final Map<String, String> iris = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  private CodeTable() {}

  /** Reads the table of a name beside this class. */
  static CodeTable read(String name) {
    CodeTable table = new CodeTable();
    try (InputStream in = Objects.requireNonNull(CodeTable.class.getResourceAsStream(name), name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int space = line.indexOf(' ');
          String iri = line.substring(0, space);
          table.iris.put(plain(iri), iri);
          table.words.put(iri, line.substring(space).split("\\|", 2)[0].strip());
          for (String word : line.substring(space).split("\\|", -1)) {
            table.iris.put(plain(word), iri);
          }
        }
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> find(String word) {
    return Optional.ofNullable(iris.get(plain(word)));
  }

  /** The first of the words for an IRI. */
  Optional<String> word(String iri) {
    return Optional.ofNullable(words.get(iri));
  }

  private static String plain(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT).replaceFirst("^http:", "https:");
    return plain.replaceAll("[\\s._/-]+", "");
  }
}
