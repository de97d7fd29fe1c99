package org.machinami.store.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Names;
import org.machinami.store.search.text.Terms;
import org.machinami.store.search.text.TypedField;

/** From what is read of a dataset to documents of the index. */
final class Documents {
  /** In positions: what stands in one part of a description is never so far apart. */
  static final int BETWEEN_PARTS = 100_000;

  /** No phrase reaches across. */
  private static final int BETWEEN_VALUES = 10;

  private static final int LONGEST_TERM = 1000;

  private final IndexedTexts texts;
  private final VocabularyWords vocabulary;

  Documents(Analysis analysis, VocabularyWords vocabulary) {
    this.texts = new IndexedTexts(analysis);
    this.vocabulary = vocabulary;
  }

  /**
   * The document of a dataset.
   *
   * @param changed time of the last commit on description or data
   */
  Document dataset(Versions versions, Instant changed, Description dataset, Contents contents) {
    Document document = document(Fields.DATASET, dataset.id());
    versions.metadata().ifPresent(v -> store(document, Fields.METADATA_VERSION, v));
    versions.data().ifPresent(v -> store(document, Fields.DATA_VERSION, v));
    dataset.publishers().forEach(publisher -> publisher(document, publisher));

    List<Suggested> suggested = new ArrayList<>();
    List<Terms> titles = titles(document, dataset.titles(), suggested);
    List<Terms> keywords = names(document, dataset.keywords(), suggested);
    List<Terms> publishers = names(document, dataset.publisherNames(), suggested);
    suggest(document, suggested);
    titles.add(texts.name(new Literal(dataset.id(), "en")).terms());
    List<Literal> columns = new ArrayList<>(dataset.columns());
    columns.addAll(vocabulary.of(contents.properties(), dataset.terms()));
    described(document, TypedField.TITLE, titles);
    described(document, TypedField.KEYWORD, keywords);
    described(document, TypedField.PUBLISHER, publishers);
    described(document, TypedField.PLACE, names(document, dataset.places(), new ArrayList<>()));
    described(document, TypedField.DESCRIPTION, words(document, dataset.descriptions()));
    described(document, TypedField.COLUMN, words(document, columns));
    things(document, contents);

    day(document, Fields.MODIFIED, dataset.modified());
    day(document, Fields.ISSUED, dataset.issued());
    document.add(new LongField(Fields.CHANGED, changed.toEpochMilli(), Field.Store.NO));
    long created = versions.described().orElse(changed).toEpochMilli();
    document.add(new LongField(Fields.CREATED, created, Field.Store.YES));
    document.add(new StringField(Fields.UUID, IriUuid.of(dataset.iri()), Field.Store.NO));
    dataset
        .distributions()
        .forEach(
            iri -> document.add(new StringField(Fields.UUID, IriUuid.of(iri), Field.Store.NO)));
    if (versions.data().isPresent()) {
      String table = dataset.iri() + IriUuid.TABLE;
      document.add(new StringField(Fields.UUID, IriUuid.of(table), Field.Store.NO));
    }
    dataset.facets().forEach((facet, values) -> facet(document, facet, values));
    dataset.placeIris().forEach(iri -> term(document, Fields.PLACE_IRI, iri));
    dataset.periods().forEach(period -> document.add(days(period)));
    List<Box> extents = new ArrayList<>(dataset.extents());
    contents.extent().ifPresent(extents::add);
    extents.forEach(box -> document.add(extent(box)));
    Set<String> places =
        !extents.isEmpty()
            ? Set.of()
            : contents.places().isEmpty() ? dataset.placeIris() : contents.places();
    places.forEach(iri -> term(document, Fields.PLACES, iri));
    Hits.add(document, dataset, extents, places);
    return document;
  }

  /** The document of a dataset whose data are there before its description. */
  Document bare(String id, Hash data) {
    Document document = document(Fields.BARE, id);
    store(document, Fields.DATA_VERSION, data);
    return document;
  }

  /** The documents of the things in the data of a dataset. */
  List<Document> things(String id, Contents contents) {
    return contents.things().stream().map(thing -> thing(id, thing)).toList();
  }

  private Document thing(String id, Contents.NamedThing thing) {
    Document document = document(Fields.THING);
    document.add(new StringField(Fields.THING_OF, id, Field.Store.YES));
    document.add(new StoredField(Fields.IRI, thing.iri()));
    term(document, Fields.THING_IRI, thing.iri());
    store(document, Fields.NAMES, thing.names());
    thing
        .extent()
        .ifPresent(box -> document.add(new StoredField(Fields.THING_BOX, PlaceExtents.text(box))));
    for (String name : distinct(thing.names())) {
      term(document, Fields.THING_NAME, Names.plain(name));
    }
    suggest(document, thing.names().stream().map(name -> texts.name(name).suggested()).toList());
    return document;
  }

  private static Document document(String kind) {
    Document document = new Document();
    document.add(new StringField(Fields.KIND, kind, Field.Store.NO));
    return document;
  }

  private static Document document(String kind, String id) {
    Document document = document(kind);
    document.add(new StringField(Fields.ID, id, Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
    return document;
  }

  /** Each name once: thousands of things may have the same. */
  private void things(Document document, Contents contents) {
    Set<Literal> names = new LinkedHashSet<>();
    contents.things().forEach(thing -> names.addAll(thing.names()));
    names.forEach(
        name ->
            document.add(WordsField.placed(TypedField.THING.field(), texts.name(name).terms())));
  }

  /**
   * What names are found by.
   *
   * @param suggested gets how they are suggested
   */
  private List<Terms> names(Document document, List<Literal> literals, List<Suggested> suggested) {
    List<Terms> terms = new ArrayList<>();
    for (Literal literal : literals) {
      IndexedTexts.Name name = texts.name(literal);
      terms.add(name.terms());
      suggested.add(name.suggested());
      pairs(document, literal);
    }
    return terms;
  }

  /** The same of titles, by which the dataset is sorted, too. */
  private List<Terms> titles(Document document, List<Literal> literals, List<Suggested> suggested) {
    List<Terms> terms = new ArrayList<>();
    Map<String, String> orders = new LinkedHashMap<>();
    for (Literal literal : literals) {
      IndexedTexts.Title title = texts.title(literal);
      terms.add(title.name().terms());
      suggested.add(title.name().suggested());
      orders.putIfAbsent(literal.tag(), title.order());
      pairs(document, literal);
    }
    sorted(document, Fields.BY_TITLE_JA, orders, List.of(Suggested.IN_KANA, "ja"));
    sorted(document, Fields.BY_TITLE_EN, orders, List.of("en"));
    return terms;
  }

  private List<Terms> words(Document document, List<Literal> literals) {
    List<Terms> terms = new ArrayList<>();
    for (Literal literal : literals) {
      terms.add(texts.words(literal));
      pairs(document, literal);
    }
    return terms;
  }

  private void pairs(Document document, Literal literal) {
    if (literal.isJapanese()) {
      document.add(WordsField.placed(Fields.PAIRS, texts.pairs(literal)));
    }
  }

  /** A part of the description. */
  private static void described(Document document, TypedField part, List<Terms> values) {
    int frequency = Relevance.frequency(part, values.stream().mapToInt(Terms::words).sum());
    int gap = BETWEEN_PARTS;
    for (Terms terms : values) {
      document.add(WordsField.placed(part.field(), terms));
      document.add(WordsField.weighted(Fields.ALL, terms, frequency));
      document.add(WordsField.running(Fields.RUNNING, terms, gap));
      gap = BETWEEN_VALUES;
    }
  }

  /** Each term once, whatever names have it. */
  private static void suggest(Document document, List<Suggested> suggested) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> spellings = new LinkedHashSet<>();
    for (Suggested name : suggested) {
      names.addAll(name.names());
      spellings.addAll(name.spellings());
    }
    names.forEach(name -> document.add(new StringField(Fields.SUGGESTED, name, Field.Store.NO)));
    spellings.forEach(word -> document.add(new StringField(Fields.SPELLING, word, Field.Store.NO)));
  }

  private static Set<String> distinct(List<Literal> names) {
    Set<String> distinct = new LinkedHashSet<>();
    names.forEach(name -> distinct.add(name.value()));
    return distinct;
  }

  private static void store(Document document, String field, Hash version) {
    document.add(new StoredField(field, version.hex()));
  }

  private static void store(Document document, String field, List<Literal> literals) {
    for (Literal literal : literals) {
      document.add(new StoredField(field, literal.tag() + "|" + literal.value()));
    }
  }

  /**
   * Sorted by the title with the first tag that there is, else by any.
   *
   * @param orders keys by tag
   */
  private static void sorted(
      Document document, String field, Map<String, String> orders, List<String> tags) {
    String order =
        Stream.concat(tags.stream(), orders.keySet().stream())
            .map(orders::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    document.add(new SortedDocValuesField(field, new BytesRef(order)));
  }

  private static void day(Document document, String field, Optional<LocalDate> day) {
    day.ifPresent(d -> document.add(new NumericDocValuesField(field, d.toEpochDay())));
  }

  private static void facet(Document document, Facet facet, Set<String> values) {
    for (String value : values) {
      if (isTerm(value)) {
        document.add(new StringField(facet.parameter(), value, Field.Store.NO));
        document.add(new SortedSetDocValuesField(facet.parameter(), new BytesRef(value)));
      }
    }
  }

  private static void publisher(Document document, PublisherStatement publisher) {
    document.add(
        new SortedSetDocValuesField(Fields.PUBLISHER_STATEMENT, new BytesRef(publisher.encoded())));
  }

  private static void term(Document document, String field, String value) {
    if (isTerm(value)) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  /** Whether it can be looked for: what is longer than any name in use is left out. */
  static boolean isTerm(String value) {
    return value.length() <= LONGEST_TERM;
  }

  private static Field days(Period period) {
    return new LongRange(
        Fields.DAYS, new long[] {period.firstDay()}, new long[] {period.lastDay()});
  }

  private static Field extent(Box box) {
    return new DoubleRange(
        Fields.EXTENT,
        new double[] {box.west(), box.south()},
        new double[] {box.east(), box.north()});
  }
}
