package org.machinami.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.query.ParameterizedSparqlString;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Order;
import org.machinami.store.search.SearchRequest;

/**
 * A search with eleven facets and 20 hits, as each side is asked for it.
 *
 * @param words one to {@value #MOST_WORDS}, blanks between
 * @param filters values of facets, of which a hit has at least one of each
 */
record Question(String words, Map<Facet, Set<String>> filters) {
  static final int MOST_WORDS = 6;
  static final int HITS = 20;

  private static final String SPARQL = sparql();

  /** What a hit shows, and the counts beside it; a filter is not applied to its own facet. */
  private static final String SOLR_FACETS =
      Facet.COUNTED.stream()
          .map(Facet::parameter)
          .map(f -> "%s:{type:terms,field:%s,limit:60,domain:{excludeTags:%s}}".formatted(f, f, f))
          .collect(Collectors.joining(",", "{", "}"));

  Question {
    Objects.requireNonNull(words, "words");
    filters = Map.copyOf(filters);
  }

  /** Inside our process. */
  SearchRequest request() {
    return new SearchRequest(words, filters, Order.RELEVANCE, 0, HITS);
  }

  /** Ours over HTTP. */
  String path() {
    StringJoiner path = new StringJoiner("&", "/datasets?", "").add("q=" + encoded(words));
    filters.forEach(
        (facet, values) ->
            sorted(values).forEach(value -> path.add(facet.parameter() + "=" + encoded(value))));
    return path.toString();
  }

  /**
   * Solr's core "catalogue", whose handler has the fields and their weights: what our JSON-LD has
   * of a hit.
   */
  String solrPath() {
    return solr("fl=id,iri,titles,modified,quality");
  }

  /** What our page has of a hit, with the words marked in titles and descriptions. */
  String solrPagePath() {
    return solr("hl=true&hl.method=unified&hl.fl=title_ja,title_en,description_ja,description_en");
  }

  private String solr(String shown) {
    StringJoiner path =
        new StringJoiner("&", "/solr/catalogue/select?", "")
            .add("q=" + encoded(words))
            .add("rows=" + HITS)
            .add(shown)
            .add("json.facet=" + encoded(SOLR_FACETS));
    filters.forEach(
        (facet, values) ->
            path.add(
                "fq="
                    + encoded(
                        "{!tag=%s}%s:(%s)"
                            .formatted(
                                facet.parameter(),
                                facet.parameter(),
                                sorted(values).stream()
                                    .map(value -> '"' + value + '"')
                                    .collect(Collectors.joining(" OR "))))));
    return path.toString();
  }

  /** The counts alone, as a query over the metadata; it has no filters. */
  String sparqlPath() {
    ParameterizedSparqlString query = new ParameterizedSparqlString(SPARQL);
    List<String> each = List.of(words.split(" "));
    for (int i = 0; i < MOST_WORDS; i++) {
      query.setLiteral(
          "word" + (i + 1), i < each.size() ? each.get(i).toLowerCase(Locale.ROOT) : "");
    }
    return "/ds/sparql?query=" + encoded(query.toString());
  }

  private static String sparql() {
    try (InputStream in = Question.class.getResourceAsStream("search/question.rq")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line of a file of questions. */
  String line() {
    return words
        + filters.entrySet().stream()
            .map(e -> "\t" + e.getKey() + "=" + String.join(",", sorted(e.getValue())))
            .sorted()
            .collect(Collectors.joining());
  }

  static Question parse(String line) {
    String[] parts = line.split("\t", -1);
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    for (int i = 1; i < parts.length; i++) {
      String[] filter = parts[i].split("=", 2);
      filters.put(Facet.valueOf(filter[0]), Set.of(filter[1].split(",")));
    }
    return new Question(parts[0], filters);
  }

  private static Set<String> sorted(Set<String> values) {
    return new TreeSet<>(values);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
