package org.machinami.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.machinami.store.Store;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Literal;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.state.GraphState;

/** What our index holds of each dataset, as JSON Lines with the fields of Solr's schema. */
final class SolrDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEYWORD = "http://www.w3.org/ns/dcat#keyword";
  private static final String DESCRIPTION = "http://purl.org/dc/terms/description";

  private SolrDocuments() {}

  /**
   * Writes them.
   *
   * @param data a data directory whose search index has caught up
   */
  static void write(Path data, Path file) throws IOException {
    try (Store store = Store.open(data);
        SearchIndex index = LuceneSearchIndex.open(store.directory().search(), store.base());
        Stream<GraphState> graphs = store.states().list(store.base() + "graph/metadata/");
        BufferedWriter out = Files.newBufferedWriter(file)) {
      String prefix = store.base() + "graph/metadata/";
      graphs.forEach(
          graph -> {
            Hit hit = index.find(graph.graph().substring(prefix.length())).orElseThrow();
            try {
              out.write(
                  JSON.writeValueAsString(
                      document(hit, store.versions().statements(graph.version()))));
              out.newLine();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static Map<String, Object> document(Hit hit, List<Triple> description) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", hit.id());
    document.put("iri", hit.iri());
    shown(document, "titles", hit.titles());
    shown(document, "descriptions", hit.descriptions());
    shown(document, "publishers", hit.publisherNames());
    text(document, "title", hit.titles());
    // All of it is searched, with us too; a hit shows only the beginning.
    text(document, "description", literals(hit.iri(), DESCRIPTION, description));
    text(document, "publisher", hit.publisherNames());
    List<Literal> keywords = literals(hit.iri(), KEYWORD, description);
    text(document, "keyword", keywords);
    document.put(Facet.KEYWORD.parameter(), keywords.stream().map(Literal::value).toList());
    for (Facet facet : Facet.COUNTED) {
      if (!hit.values(facet).isEmpty()) {
        document.put(facet.parameter(), hit.values(facet));
      }
    }
    hit.modified().ifPresent(day -> document.put("modified", day + "T00:00:00Z"));
    hit.issued().ifPresent(day -> document.put("issued", day + "T00:00:00Z"));
    return document;
  }

  /** Those of the dataset: what else is described with it, such as a service, has its own. */
  private static List<Literal> literals(
      String dataset, String predicate, List<Triple> description) {
    return description.stream()
        .filter(triple -> triple.getSubject().hasURI(dataset))
        .filter(triple -> triple.getPredicate().hasURI(predicate))
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(node -> new Literal(node.getLiteralLexicalForm(), node.getLiteralLanguage()))
        .toList();
  }

  private static void shown(Map<String, Object> document, String field, List<Literal> texts) {
    document.put(field, texts.stream().map(t -> t.tag() + "|" + t.value()).toList());
  }

  /** Every language but Japanese goes to the English one, as with us. */
  private static void text(Map<String, Object> document, String field, List<Literal> texts) {
    for (String suffix : List.of("_ja", "_en")) {
      List<String> values =
          texts.stream()
              .filter(text -> text.tag().startsWith("ja") == suffix.equals("_ja"))
              .map(Literal::value)
              .toList();
      if (!values.isEmpty()) {
        document.put(field + suffix, values);
      }
    }
  }
}
