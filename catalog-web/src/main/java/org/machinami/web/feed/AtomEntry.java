package org.machinami.web.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.language.Messages;

/**
 * An entry of a feed.
 *
 * @param id IRI that never changes
 * @param published when it came to be, where that is known
 * @param link IRI of its page
 * @param author name, empty for the author of the feed
 * @param summary plain text, empty for none
 * @param deleted whether it is no longer there: then only id and time are told
 */
public record AtomEntry(
    String id,
    String title,
    Instant updated,
    Optional<Instant> published,
    String link,
    String author,
    String summary,
    List<Category> categories,
    boolean deleted) {

  /** A term with its IRI scheme, empty for none, and what people call it. */
  public record Category(String term, String scheme, String label) {
    /** Of a dataset whose publication is stopped; of no scheme. */
    static Category stopped(Messages m) {
      return new Category("stopped", "", m.text("card.stopped"));
    }
  }

  public AtomEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(updated, "updated");
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(summary, "summary");
    categories = List.copyOf(categories);
  }

  /** What was there and is no longer. */
  public static AtomEntry deleted(String id, Instant when) {
    return new AtomEntry(id, "", when, Optional.empty(), "", "", "", List.of(), true);
  }
}
