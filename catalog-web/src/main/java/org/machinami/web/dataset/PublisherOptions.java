package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.machinami.store.search.Facet;
import org.machinami.store.search.PublisherTree;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchResults;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/**
 * The facet of publishers: each body is followed by its parts. Choosing a body takes back what is
 * chosen above and below it, since a body stands for its parts.
 */
public final class PublisherOptions {
  private final SearchIndex search;

  PublisherOptions(SearchIndex search) {
    this.search = search;
  }

  /** What a reader calls a publisher: its best name, else the end of its id. */
  public static Text name(PublisherTree tree, String id, Language language) {
    return tree.find(id)
        .flatMap(publisher -> Cards.best(publisher.names(), language))
        .orElseGet(() -> new Text(Labels.localName(id), "zxx"));
  }

  FacetOptions.Listed options(SearchResults results, ListQuery query, Language language) {
    PublisherTree tree = search.publishers();
    Map<String, Long> counts = new LinkedHashMap<>();
    results.of(Facet.PUBLISHER).forEach(count -> counts.put(count.value(), count.hits()));
    // What is chosen can be taken back, also when nothing has it.
    new TreeSet<>(query.filters().getOrDefault(Facet.PUBLISHER, Set.of()))
        .forEach(id -> counts.putIfAbsent(id, 0L));
    Walk walk = new Walk(tree, counts, query, language);
    counts.keySet().stream()
        .filter(id -> tree.above(id).stream().noneMatch(counts::containsKey))
        .forEach(id -> walk.add(id, 0));
    return new FacetOptions.Listed(walk.options, counts.size() - walk.options.size());
  }

  /** From the roots downwards, each level in the order of the counts. */
  private static final class Walk {
    private final PublisherTree tree;
    private final Map<String, Long> counts;
    private final ListQuery query;
    private final Language language;
    private final List<ListView.Option> options = new ArrayList<>();

    Walk(PublisherTree tree, Map<String, Long> counts, ListQuery query, Language language) {
      this.tree = tree;
      this.counts = counts;
      this.query = query;
      this.language = language;
    }

    void add(String id, int level) {
      boolean chosen = query.has(Facet.PUBLISHER, id);
      if (options.size() < FacetOptions.MOST_OPTIONS || chosen) {
        Set<String> relatives = new HashSet<>(tree.withParts(Set.of(id)));
        relatives.addAll(tree.above(id));
        relatives.remove(id);
        Optional<Text> above =
            tree.find(id)
                .flatMap(PublisherTree.Publisher::parent)
                .map(parent -> name(tree, parent, language));
        options.add(
            new ListView.Option(
                name(tree, id, language),
                counts.get(id),
                query.without(Facet.PUBLISHER, relatives).toggled(Facet.PUBLISHER, id).path(),
                chosen,
                level,
                above));
      }
      tree.parts(id).stream()
          .filter(counts::containsKey)
          .sorted(Comparator.comparing(counts::get).reversed())
          .forEach(part -> add(part, level + 1));
    }
  }
}
