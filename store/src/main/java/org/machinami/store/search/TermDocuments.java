package org.machinami.store.search;

import java.io.IOException;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** The documents that have given terms, in one walk through the terms of a segment. */
final class TermDocuments {
  private TermDocuments() {}

  /**
   * Hands on each term with each of its documents.
   *
   * @param sorted the terms, in their order
   * @param most documents for each term
   * @param to takes a term and a document of the segment
   */
  static void each(
      LeafReader segment,
      String field,
      List<BytesRef> sorted,
      int most,
      ObjIntConsumer<BytesRef> to)
      throws IOException {
    TermsEnum terms = Terms.getTerms(segment, field).iterator();
    Bits live = segment.getLiveDocs();
    PostingsEnum postings = null;
    for (BytesRef term : sorted) {
      if (!terms.seekExact(term)) {
        continue;
      }
      postings = terms.postings(postings, PostingsEnum.NONE);
      int found = 0;
      while (found < most && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(postings.docID())) {
          to.accept(term, postings.docID());
          found++;
        }
      }
    }
  }
}
