package org.machinami.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ws.rs.core.EntityTag;
import java.util.function.Supplier;

/**
 * Rendered pages, bounded by their bytes. What a client may keep by its tag, the server may keep,
 * too: the key is the address and the tag, so that nothing is ever given that is older than the
 * tag. Thread-safe.
 */
public final class PageCache {
  private static final int ENTRY_OVERHEAD = 200;

  private final Cache<Key, byte[]> pages;

  /** Two requests of one key get the same bytes. */
  private record Key(String address, EntityTag tag) {
    int size() {
      return 2 * (address.length() + tag.getValue().length()) + ENTRY_OVERHEAD;
    }
  }

  /**
   * An empty cache.
   *
   * @param mostBytes of keys and pages, 0 for no cache
   */
  public PageCache(long mostBytes) {
    pages =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((Key key, byte[] page) -> key.size() + page.length)
            .build();
  }

  /**
   * The page; rendered at most once for requests that come together.
   *
   * @param address path and query as requested: the links of a page depend on them
   * @return shared bytes, not to be changed
   */
  byte[] get(String address, EntityTag tag, Supplier<byte[]> render) {
    return pages.get(new Key(address, tag), key -> render.get());
  }

  /** Forgets all, because what pages are rendered from was mended without a new commit. */
  public void forget() {
    pages.invalidateAll();
  }
}
