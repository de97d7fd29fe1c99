package org.machinami.store.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Synonyms;
import org.machinami.store.search.text.Typed;
import org.machinami.store.search.text.TypedField;
import org.machinami.store.search.text.TypedWord;

/** Answers requests from one state of the index. Thread-safe. */
final class Search {
  private final Analysis analysis;
  private final Synonyms synonyms;
  private final Things things;
  private final Corrections corrections = new Corrections();
  private final PerState<PublisherTree> publishers = new PerState<>(PublisherTreeReader::read);
  private final PerState<PlaceExtents> places = new PerState<>(PlaceExtents::of);

  /** What is counted where nothing is looked for. */
  private final PerState<FacetCounts.Result> everything = new PerState<>(this::countAll);

  private volatile Uses uses = Uses.NONE;

  Search(Analysis analysis, Synonyms synonyms, String base) {
    this.analysis = analysis;
    this.synonyms = synonyms;
    this.things = new Things(base);
  }

  PublisherTree publishers(IndexSearcher searcher) throws IOException {
    return publishers.of(searcher.getIndexReader());
  }

  /** A dataset as it is listed. */
  Hit hit(IndexSearcher searcher, ScoreDoc found) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    return Hits.read(reader, found.doc, places.of(reader));
  }

  void uses(Map<String, Long> byDataset) {
    uses = new Uses(byDataset);
  }

  SearchResults search(IndexSearcher searcher, SearchRequest asked, long applied)
      throws IOException {
    // Who asks for a body asks for its parts, too.
    SearchRequest request =
        asked.with(
            Facet.PUBLISHER,
            publishers(searcher)
                .withParts(asked.filters().getOrDefault(Facet.PUBLISHER, Set.of())));
    Typed typed = Typed.parse(request.words());
    WordQueries queries = queries(searcher);
    Query words = queries.query(typed);
    FacetCounts.Found found = find(searcher, words, request);
    FacetCounts.Result counted = found.counted();
    boolean nothing = request.advised() && counted.total() == 0 && !typed.words().isEmpty();
    boolean narrowedToNothing = request.advised() && counted.total() == 0 && request.isNarrowed();
    return new SearchResults(
        counted.total(),
        hits(searcher, request, found.best()),
        counted.counts(),
        typed,
        request.advised() && request.offset() == 0 ? named(searcher, typed) : List.of(),
        nothing ? corrected(searcher, typed) : Optional.empty(),
        nothing || narrowedToNothing ? looser(searcher, typed, request) : Optional.empty(),
        queries.marker(),
        applied);
  }

  private WordQueries queries(IndexSearcher searcher) {
    return new WordQueries(analysis, synonyms, things, searcher);
  }

  private List<SearchResults.Thing> named(IndexSearcher searcher, Typed typed) throws IOException {
    boolean name =
        typed.words().stream().noneMatch(word -> word.excluded() || word.field().isPresent());
    return name
        ? things.named(
            searcher, typed.words().stream().map(TypedWord::text).collect(Collectors.joining(" ")))
        : List.of();
  }

  private List<Hit> hits(IndexSearcher searcher, SearchRequest request, List<ScoreDoc> found)
      throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (int i = request.offset(); i < found.size(); i++) {
      hits.add(hit(searcher, found.get(i)));
    }
    return hits;
  }

  /** How many there are, with the counts of all facets, and the best of them. */
  private FacetCounts.Found find(IndexSearcher searcher, Query words, SearchRequest request)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    int most = Math.min(request.offset() + request.limit(), reader.maxDoc());
    boolean counting = request.limit() == 0 || most <= request.offset();
    Query query = narrowed(searcher, words, request);
    if (words instanceof MatchAllDocsQuery && !request.isNarrowed()) {
      // Where the counts are known, only as many documents as are shown need be looked at.
      FacetCounts.Result counted = everything.of(reader);
      return counting
          ? new FacetCounts.Found(counted, List.of())
          : new FacetCounts.Found(
              counted, List.of(searcher.search(query, best(request, most, most)).scoreDocs));
    }
    FacetCounts.Found found =
        searcher.search(
            query,
            new FacetCounts.Manager(
                Facet.COUNTED,
                request.filters(),
                counting ? Optional.empty() : Optional.of(best(request, most, Integer.MAX_VALUE))));
    return new FacetCounts.Found(withParts(found.counted(), reader), found.best());
  }

  /**
   * Gathers the best.
   *
   * @param counted how many documents are looked at before those are passed over that cannot be
   */
  private TopFieldCollectorManager best(SearchRequest request, int most, int counted) {
    return new TopFieldCollectorManager(sort(request), most, null, counted);
  }

  private Query narrowed(IndexSearcher searcher, Query words, SearchRequest request)
      throws IOException {
    Query query = Narrowing.of(words, request, places.of(searcher.getIndexReader()));
    if (request.condition() instanceof Condition.Everything) {
      return query;
    }
    PublisherTree tree = publishers(searcher);
    Query condition =
        new ConditionQuery(tree, typed -> queries(searcher).query(typed)).of(request.condition());
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(condition, Occur.FILTER).build();
  }

  /** How many of the hits of a request have each value of a facet. */
  List<SearchResults.Count> count(IndexSearcher searcher, SearchRequest asked, Facet facet)
      throws IOException {
    Query words = queries(searcher).query(Typed.parse(asked.words()));
    FacetCounts.Result counted =
        searcher
            .search(
                narrowed(searcher, words, asked),
                new FacetCounts.Manager(Set.of(facet), asked.filters(), Optional.empty()))
            .counted();
    return withParts(counted, searcher.getIndexReader()).counts().getOrDefault(facet, List.of());
  }

  /** By id of each dataset, the parts of its description that have any of the words. */
  Map<String, Set<TypedField>> foundIn(IndexSearcher searcher, String words, Collection<String> ids)
      throws IOException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Typed typed = Typed.parse(words);
    NavigableMap<Integer, String> asked = documents(searcher, ids);
    WordQueries queries = queries(searcher);
    Map<String, Set<TypedField>> found = new HashMap<>();
    for (TypedField part : TypedField.values()) {
      Query query = searcher.rewrite(queries.anyIn(part, typed));
      for (int document : matching(searcher, query, asked.navigableKeySet())) {
        String id = asked.get(document);
        found.computeIfAbsent(id, i -> EnumSet.noneOf(TypedField.class)).add(part);
      }
    }
    return found;
  }

  /** The ids of datasets by their documents. */
  private static NavigableMap<Integer, String> documents(
      IndexSearcher searcher, Collection<String> ids) throws IOException {
    List<BytesRef> sorted = ids.stream().map(BytesRef::new).sorted().toList();
    NavigableMap<Integer, String> documents = new TreeMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      TermDocuments.each(
          leaf.reader(),
          Fields.ID,
          sorted,
          1,
          (id, document) -> documents.put(leaf.docBase + document, id.utf8ToString()));
    }
    return documents;
  }

  /** Those of some documents that match: they are looked at alone, and not all that match. */
  private static List<Integer> matching(
      IndexSearcher searcher, Query rewritten, NavigableSet<Integer> documents) throws IOException {
    Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
    List<Integer> matching = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int base = leaf.docBase;
      Set<Integer> here = documents.subSet(base, base + leaf.reader().maxDoc());
      Scorer scorer = here.isEmpty() ? null : weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      DocIdSetIterator matches = scorer.iterator();
      for (int document : here) {
        if (matches.docID() < document - base) {
          matches.advance(document - base);
        }
        if (matches.docID() == document - base) {
          matching.add(document);
        }
      }
    }
    return matching;
  }

  private FacetCounts.Result countAll(IndexReader reader) throws IOException {
    FacetCounts.Found found =
        new IndexSearcher(reader).search(Narrowing.DATASETS, FacetCounts.Manager.ofAll());
    return withParts(found.counted(), reader);
  }

  /** A body counts what its parts publish. */
  private FacetCounts.Result withParts(FacetCounts.Result counted, IndexReader reader)
      throws IOException {
    PublisherTree tree = publishers.of(reader);
    Map<Facet, List<SearchResults.Count>> counts = new EnumMap<>(counted.counts());
    counts.computeIfPresent(Facet.PUBLISHER, (facet, own) -> tree.summed(own));
    return new FacetCounts.Result(counted.total(), counts);
  }

  private Sort sort(SearchRequest request) {
    SortField byId = IdOrder.field();
    SortField changed = latest(Fields.MODIFIED);
    return switch (request.order()) {
      case TITLE_JA -> new Sort(new SortField(Fields.BY_TITLE_JA, SortField.Type.STRING), byId);
      case TITLE_EN -> new Sort(new SortField(Fields.BY_TITLE_EN, SortField.Type.STRING), byId);
      case TITLE_JA_DOWN -> new Sort(backwards(Fields.BY_TITLE_JA), byId);
      case TITLE_EN_DOWN -> new Sort(backwards(Fields.BY_TITLE_EN), byId);
      case NAME -> new Sort(byId);
      case NAME_DOWN -> new Sort(backwards(Fields.ID));
      case CHANGED -> new Sort(time(Fields.CHANGED, true), byId);
      case CHANGED_UP -> new Sort(time(Fields.CHANGED, false), byId);
      case CREATED -> new Sort(time(Fields.CREATED, true), byId);
      case CREATED_UP -> new Sort(time(Fields.CREATED, false), byId);
      case MODIFIED -> new Sort(changed, byId);
      case MODIFIED_UP -> new Sort(earliest(Fields.MODIFIED), byId);
      case ISSUED -> new Sort(latest(Fields.ISSUED), byId);
      case USED -> new Sort(uses.getSortField(true), changed, byId);
      case RELEVANCE ->
          request.words().isBlank()
              ? new Sort(changed, byId)
              : new Sort(SortField.FIELD_SCORE, changed, byId);
    };
  }

  private static SortField backwards(String field) {
    return new SortField(field, SortField.Type.STRING, true);
  }

  private static SortField time(String field, boolean latestFirst) {
    return LongField.newSortField(field, latestFirst, SortedNumericSelector.Type.MAX);
  }

  private static SortField latest(String field) {
    SortField latest = new SortField(field, SortField.Type.LONG, true);
    latest.setMissingValue(Long.MIN_VALUE);
    return latest;
  }

  private static SortField earliest(String field) {
    SortField earliest = new SortField(field, SortField.Type.LONG);
    earliest.setMissingValue(Long.MAX_VALUE);
    return earliest;
  }

  /** The words with each that nothing has exchanged for the most frequent like it. */
  private Optional<String> corrected(IndexSearcher searcher, Typed typed) throws IOException {
    Typed changed = typed;
    for (int i = 0; i < typed.words().size(); i++) {
      TypedWord word = typed.words().get(i);
      if (!word.excluded() && hits(searcher, new Typed(List.of(word), false)) == 0) {
        Optional<String> other = corrections.of(searcher.getIndexReader(), word.text());
        if (other.isPresent()) {
          changed = changed.with(i, other.get());
        }
      }
    }
    return !changed.equals(typed) && hits(searcher, changed) > 0
        ? Optional.of(changed.typed())
        : Optional.empty();
  }

  /** The first of: without filters, words instead of phrases, without one of the words. */
  private Optional<SearchResults.Looser> looser(
      IndexSearcher searcher, Typed typed, SearchRequest request) throws IOException {
    if (request.isNarrowed()) {
      long total = hits(searcher, typed);
      if (total > 0) {
        return Optional.of(new SearchResults.Looser(typed.typed(), total));
      }
    }
    List<Typed> candidates = new ArrayList<>();
    candidates.add(typed.loose());
    for (int i = 0; i < typed.words().size() && typed.words().size() > 1; i++) {
      candidates.add(typed.loose().without(i));
    }
    for (TypedWord word : typed.loose().words()) {
      candidates.add(new Typed(List.of(word), false));
    }
    SearchResults.Looser best = new SearchResults.Looser("", 0);
    int words = 0;
    for (Typed candidate : candidates) {
      boolean asks = candidate.words().stream().anyMatch(word -> !word.excluded());
      if (!asks || candidate.words().size() < words) {
        continue; // one with more of the words has been found
      }
      long total = hits(searcher, candidate);
      if (total > best.total()) {
        best = new SearchResults.Looser(candidate.typed(), total);
        words = candidate.words().size();
      }
    }
    return best.total() > 0 ? Optional.of(best) : Optional.empty();
  }

  private long hits(IndexSearcher searcher, Typed typed) throws IOException {
    Query words = queries(searcher).query(typed);
    return searcher.count(Narrowing.of(words, SearchRequest.newest(0), PlaceExtents.NONE));
  }
}
