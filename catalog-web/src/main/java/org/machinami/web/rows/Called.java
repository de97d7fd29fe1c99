package org.machinami.web.rows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.machinami.store.ledger.Hash;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;

/**
 * What things are called in a language, as all data called them at one moment.
 *
 * @param named by IRI
 * @param others names what is not among these, without asking the data
 */
public record Called(Map<String, Text> named, Names others, Language language) {
  public Called {
    named = Map.copyOf(named);
    Objects.requireNonNull(others, "others");
    Objects.requireNonNull(language, "language");
  }

  public Text of(String iri) {
    Text name = named.get(iri);
    return name == null ? others.of(iri, language) : name;
  }

  /** The same for the same names. */
  public Hash hash() {
    StringBuilder all = new StringBuilder(language.tag());
    new TreeMap<>(named)
        .forEach(
            (iri, text) ->
                all.append('\n')
                    .append(iri)
                    .append(' ')
                    .append(text.tag())
                    .append(' ')
                    .append(text.value()));
    return Hash.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
