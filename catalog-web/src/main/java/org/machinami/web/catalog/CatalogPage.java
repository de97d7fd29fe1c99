package org.machinami.web.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.store.ledger.Hash;
import org.machinami.web.negotiation.Version;

/**
 * A page of the catalogue.
 *
 * @param entries in the order of their ids; of changes in the order of the ledger
 * @param total number of all datasets; only the first page says it, so that the others change only
 *     when what they show does
 * @param reached sequence of the ledger up to which nothing is missing; of pages of changes
 */
record CatalogPage(
    CatalogQuery query,
    List<Entry> entries,
    Optional<CatalogQuery> previous,
    Optional<CatalogQuery> next,
    OptionalLong total,
    OptionalLong reached) {
  CatalogPage {
    Objects.requireNonNull(query, "query");
    entries = List.copyOf(entries);
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(reached, "reached");
  }

  /** Changes when anything on the page does. */
  Version version() {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    text(parts, query.path());
    text(parts, previous.map(CatalogQuery::path).orElse(""));
    text(parts, next.map(CatalogQuery::path).orElse(""));
    text(parts, total + " " + reached);
    Instant latest = Instant.EPOCH;
    for (Entry entry : entries) {
      text(parts, entry.id());
      Instant time;
      if (entry instanceof Entry.Present present) {
        parts.writeBytes(present.description().version().bytes());
        time = present.description().modified();
      } else {
        time = ((Entry.Gone) entry).time();
        text(parts, time.toString());
      }
      latest = time.isAfter(latest) ? time : latest;
    }
    return new Version(
        Hash.of(parts.toByteArray()).hex().substring(0, 24),
        entries.isEmpty() ? Optional.empty() : Optional.of(latest));
  }

  private static void text(ByteArrayOutputStream parts, String text) {
    parts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    parts.write('\n');
  }
}
