package org.machinami.web;

import java.util.Objects;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.quads.Quads;

/**
 * What the pages read from. Whoever makes it opens, follows and closes these.
 *
 * @param store the data directory; pages only read
 * @param search index that has caught up once and is kept up by a {@link
 *     org.machinami.store.search.SearchFollower}
 * @param quads answers the few questions that need SPARQL (thing pages)
 * @param cacheBytes most bytes of rendered pages that are remembered, 0 for none
 */
public record PageContext(Store store, SearchIndex search, Quads quads, long cacheBytes) {
  public PageContext {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(search, "search");
    Objects.requireNonNull(quads, "quads");
  }
}
