package org.machinami.store.search;

import java.nio.file.Path;

final class LuceneSearchPublishersTest extends SearchPublishersContract {
  @Override
  SearchIndex open(Path folder, String base) {
    return LuceneSearchIndex.open(folder, base);
  }
}
