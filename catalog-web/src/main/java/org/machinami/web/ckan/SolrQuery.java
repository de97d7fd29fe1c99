package org.machinami.web.ckan;

import java.util.List;
import java.util.Objects;

/**
 * A query in the language of Solr, as far as clients of CKAN use it.
 *
 * @see <a href="https://solr.apache.org/guide/solr/latest/query-guide/standard-query-parser.html">
 *     The standard query parser</a>
 */
sealed interface SolrQuery {
  /** All of these. */
  record And(List<SolrQuery> parts) implements SolrQuery {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of these. */
  record Or(List<SolrQuery> parts) implements SolrQuery {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** Not this one. */
  record Not(SolrQuery part) implements SolrQuery {
    public Not {
      Objects.requireNonNull(part, "part");
    }
  }

  /**
   * A word or phrase.
   *
   * @param field empty for none
   * @param text without quotes and escapes
   * @param prefix whether a star stood at its end
   */
  record Term(String field, String text, boolean phrase, boolean prefix) implements SolrQuery {
    public Term {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * Values between two, a star standing for no end.
   *
   * @param withFrom whether the lower end belongs to it
   * @param withTo whether the upper end belongs to it
   */
  record Range(String field, String from, String to, boolean withFrom, boolean withTo)
      implements SolrQuery {
    public Range {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }
}
