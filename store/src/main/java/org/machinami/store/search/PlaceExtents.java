package org.machinami.store.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Where the things are that datasets only name, as the data of other datasets say, in one state of
 * the index. Immutable.
 */
final class PlaceExtents {
  static final PlaceExtents NONE = new PlaceExtents(Map.of());

  private static final int MOST_PLACES = 50_000;

  /** Every dataset that names a thing may say where it is; some are enough. */
  private static final int MOST_STATEMENTS = 20;

  private static final Set<String> STORED = Set.of(Fields.THING_BOX);

  private final Map<String, Box> byIri;

  private PlaceExtents(Map<String, Box> byIri) {
    this.byIri = byIri;
  }

  /** Looks each named thing up. */
  static PlaceExtents of(IndexReader reader) throws IOException {
    Map<String, Box> byIri = new HashMap<>();
    Terms named = MultiTerms.getTerms(reader, Fields.PLACES);
    if (named == null) {
      return new PlaceExtents(byIri);
    }
    TermsEnum terms = named.iterator();
    int seen = 0;
    for (BytesRef iri = terms.next(); iri != null && seen < MOST_PLACES; iri = terms.next()) {
      seen++;
      String place = iri.utf8ToString();
      find(reader, iri).ifPresent(box -> byIri.put(place, box));
    }
    return new PlaceExtents(byIri);
  }

  /** A rectangle as {@link Fields#THING_BOX} has it. */
  static String text(Box box) {
    return box.west() + " " + box.south() + " " + box.east() + " " + box.north();
  }

  private static Box box(String text) {
    double[] degrees = Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Box(degrees[0], degrees[1], degrees[2], degrees[3]);
  }

  private static Optional<Box> find(IndexReader reader, BytesRef iri) throws IOException {
    Extent extent = new Extent();
    int statements = 0;
    for (LeafReaderContext segment : reader.leaves()) {
      LeafReader documents = segment.reader();
      PostingsEnum found = documents.postings(new Term(Fields.THING_IRI, iri), PostingsEnum.NONE);
      int document = found == null ? DocIdSetIterator.NO_MORE_DOCS : found.nextDoc();
      while (document != DocIdSetIterator.NO_MORE_DOCS && statements < MOST_STATEMENTS) {
        if (documents.getLiveDocs() == null || documents.getLiveDocs().get(document)) {
          Document thing = documents.storedFields().document(document, STORED);
          String box = thing.get(Fields.THING_BOX);
          if (box != null) {
            statements++;
            extent.add(box(box));
          }
        }
        document = found.nextDoc();
      }
    }
    return extent.box();
  }

  /** Datasets that name a thing which touches the rectangle; empty when there is no such thing. */
  Optional<Query> touching(Box box) {
    List<BytesRef> near = new ArrayList<>();
    byIri.forEach(
        (iri, place) -> {
          if (place.touches(box)) {
            near.add(new BytesRef(iri));
          }
        });
    return near.isEmpty() ? Optional.empty() : Optional.of(new TermInSetQuery(Fields.PLACES, near));
  }

  /** The rectangle around those of the things that are somewhere. */
  Optional<Box> around(Collection<String> iris) {
    Extent extent = new Extent();
    for (String iri : iris) {
      Box box = byIri.get(iri);
      if (box != null) {
        extent.add(box);
      }
    }
    return extent.box();
  }
}
