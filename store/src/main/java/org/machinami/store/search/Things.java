package org.machinami.store.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.machinami.store.search.text.Names;
import org.machinami.store.search.text.Script;

/** Things of the city by exactly their names. */
final class Things {
  /** Of so many datasets that name a thing its names are taken, in each segment. */
  private static final int MOST_NAMINGS = 20;

  private static final int MOST_DOCUMENTS = 200;
  private static final int MOST_THINGS = 5;
  private static final int LONGEST_NAME = 200;
  private static final List<String> AREA_SUFFIXES = List.of("", "区", "市", "町", "村");

  /** What may stand behind the name of a station, and is no part of it in most data. */
  private static final List<String> STATION_SUFFIXES = List.of("駅", " station");

  private final String municipalities;
  private final String prefectures;
  private final List<String> stations;

  Things(String base) {
    this.municipalities = base + "id/municipality/";
    this.prefectures = base + "id/prefecture/";
    this.stations = List.of(base + "id/station/", base + "id/stop/");
  }

  /**
   * Those that have this name, in any of their languages, and the stations that have it without "駅"
   * or "station"; what most data name comes first.
   */
  List<SearchResults.Thing> named(IndexSearcher searcher, String name) throws IOException {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return List.of();
    }
    String plain = Names.plain(name);
    List<Document> documents = documents(searcher, called(plain));
    documents.addAll(stations(searcher, plain));
    Map<String, List<Literal>> names = new LinkedHashMap<>();
    Map<String, Set<String>> datasets = new LinkedHashMap<>();
    for (Document document : documents) {
      String iri = document.get(Fields.IRI);
      names.putIfAbsent(iri, names(document));
      datasets.computeIfAbsent(iri, i -> new LinkedHashSet<>()).add(document.get(Fields.THING_OF));
    }
    List<SearchResults.Thing> things = new ArrayList<>();
    names.forEach((iri, n) -> things.add(new SearchResults.Thing(iri, n, datasets.get(iri))));
    things.sort((a, b) -> Integer.compare(b.datasets().size(), a.datasets().size()));
    return things.subList(0, Math.min(MOST_THINGS, things.size()));
  }

  /** What data call things, by their IRIs: one walk through the terms for all of them. */
  static Map<String, List<Literal>> names(IndexSearcher searcher, Collection<String> iris)
      throws IOException {
    List<BytesRef> asked =
        iris.stream().limit(SearchIndex.MOST_NAMED).map(BytesRef::new).sorted().toList();
    Map<String, Set<Literal>> names = new LinkedHashMap<>();
    StoredFields stored = searcher.storedFields();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      List<Integer> naming = new ArrayList<>();
      TermDocuments.each(
          leaf.reader(),
          Fields.THING_IRI,
          asked,
          MOST_NAMINGS,
          (iri, document) -> naming.add(leaf.docBase + document));
      for (int document : naming) {
        Document thing = stored.document(document);
        names
            .computeIfAbsent(thing.get(Fields.IRI), iri -> new LinkedHashSet<>())
            .addAll(names(thing));
      }
    }
    Map<String, List<Literal>> listed = new LinkedHashMap<>();
    names.forEach((iri, called) -> listed.put(iri, List.copyOf(called)));
    return listed;
  }

  private static List<Literal> names(Document thing) {
    List<Literal> names = new ArrayList<>();
    for (String text : thing.getValues(Fields.NAMES)) {
      int bar = text.indexOf('|');
      names.add(new Literal(text.substring(bar + 1), text.substring(0, bar)));
    }
    return names;
  }

  /** Ids of the datasets whose data name a station that is called so without "駅" or "station". */
  Collection<String> datasetsOfStation(IndexSearcher searcher, String name) {
    Set<String> datasets = new LinkedHashSet<>();
    try {
      for (Document document : stations(searcher, Names.plain(name))) {
        datasets.add(document.get(Fields.THING_OF));
      }
    } catch (IOException e) {
      throw new SearchException("The search index cannot be read", e);
    }
    return datasets;
  }

  private List<Document> stations(IndexSearcher searcher, String plain) throws IOException {
    for (String suffix : STATION_SUFFIXES) {
      int rest = plain.length() - suffix.length();
      if (plain.endsWith(suffix) && rest > 0 && rest <= LONGEST_NAME) {
        List<Document> documents = documents(searcher, called(plain.substring(0, rest)));
        documents.removeIf(d -> stations.stream().noneMatch(d.get(Fields.IRI)::startsWith));
        return documents;
      }
    }
    return List.of();
  }

  private static Query called(String plain) {
    return new TermQuery(new Term(Fields.THING_NAME, plain));
  }

  /**
   * The municipalities and prefectures of a name, which may lack what kind they are: 新宿 for 新宿区.
   */
  Collection<String> areas(IndexSearcher searcher, String name) {
    String plain = Names.plain(name);
    if (plain.length() > LONGEST_NAME) {
      return Set.of();
    }
    List<String> suffixes = Script.isJapanese(plain) ? AREA_SUFFIXES : List.of("");
    List<BytesRef> names = suffixes.stream().map(end -> new BytesRef(plain + end)).toList();
    Set<String> iris = new LinkedHashSet<>();
    try {
      for (Document document : documents(searcher, new TermInSetQuery(Fields.THING_NAME, names))) {
        String iri = document.get(Fields.IRI);
        if (iri.startsWith(municipalities) || iri.startsWith(prefectures)) {
          iris.add(iri);
        }
      }
    } catch (IOException e) {
      throw new SearchException("The search index cannot be read", e);
    }
    return iris;
  }

  private static List<Document> documents(IndexSearcher searcher, Query query) throws IOException {
    List<Document> documents = new ArrayList<>();
    for (ScoreDoc found : searcher.search(query, MOST_DOCUMENTS).scoreDocs) {
      documents.add(searcher.storedFields().document(found.doc));
    }
    return documents;
  }
}
