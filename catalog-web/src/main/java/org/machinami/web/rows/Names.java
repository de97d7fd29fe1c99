package org.machinami.web.rows;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.machinami.store.search.Literal;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/**
 * What things in cells are called: by the labels that the program brings, else by the names that
 * the data of any dataset give them, else by their address. Thread-safe.
 */
public final class Names {
  private final Labels labels;
  private final SearchIndex search;
  private final String base;

  /**
   * Names things of a catalogue.
   *
   * @param search knows what data call things
   */
  public Names(Labels labels, SearchIndex search, String base) {
    this.labels = labels;
    this.search = search;
    this.base = base;
  }

  /** By the label of the program, else by the address: the data are not asked. */
  public Text of(String iri, Language language) {
    return labels.find(iri, language).orElseGet(() -> new Text(bare(iri), "zxx"));
  }

  /** The names of many, the data asked for {@value SearchIndex#MOST_NAMED} at a time. */
  public Called of(Collection<String> iris, Language language) {
    Map<String, Text> named = new HashMap<>();
    iris.forEach(iri -> labels.find(iri, language).ifPresent(label -> named.put(iri, label)));
    List<String> unknown =
        iris.stream().filter(iri -> !named.containsKey(iri) && mayHaveAName(iri)).toList();
    for (int from = 0; from < unknown.size(); from += SearchIndex.MOST_NAMED) {
      int to = Math.min(unknown.size(), from + SearchIndex.MOST_NAMED);
      search
          .names(unknown.subList(from, to))
          .forEach((iri, names) -> best(names, language, iri, named));
    }
    iris.forEach(iri -> named.computeIfAbsent(iri, address -> of(address, language)));
    return new Called(named, this, language);
  }

  /** The index has names of our own things only. */
  private boolean mayHaveAName(String iri) {
    return iri.startsWith(base + "id/");
  }

  private static void best(
      List<Literal> names, Language language, String iri, Map<String, Text> named) {
    List<Text> texts = names.stream().map(name -> new Text(name.value(), name.tag())).toList();
    Text.choose(texts, language).ifPresent(text -> named.put(iri, text));
  }

  /** Changes whenever data may name things otherwise than before. */
  public long state() {
    return search.applied();
  }

  /** Of ours the last part; others' addresses without what every address has. */
  public String bare(String iri) {
    return iri.startsWith(base)
        ? Labels.localName(iri)
        : iri.replaceFirst("^https?://", "").replaceFirst("/$", "");
  }

  public Labels labels() {
    return labels;
  }
}
