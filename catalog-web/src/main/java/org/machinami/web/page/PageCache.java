package org.machinami.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Rendered pages, bounded by their bytes. What a client may keep by its tag, the server may keep,
 * too: the key is the address and the tag, so that nothing is ever given that is older than the
 * tag. Thread-safe.
 */
public final class PageCache {
  private static final int ENTRY_OVERHEAD = 200;

  private final long mostBytes;
  private final Cache<Key, byte[]> pages;
  private final List<Runnable> others = new CopyOnWriteArrayList<>();

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
    this.mostBytes = mostBytes;
    this.pages =
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

  /** Most bytes that are remembered. */
  public long mostBytes() {
    return mostBytes;
  }

  /** Forgets all, because what pages are rendered from was mended without a new commit. */
  public void forget() {
    others.forEach(Runnable::run);
    pages.invalidateAll();
  }

  /** What else is to be forgotten then. */
  public void whenForgotten(Runnable forget) {
    others.add(forget);
  }
}
