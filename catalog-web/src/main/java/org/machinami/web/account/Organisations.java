package org.machinami.web.account;

import org.machinami.store.search.SearchIndex;
import org.machinami.web.dataset.PublisherOptions;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;

/** What organisations are called. Thread-safe. */
public final class Organisations {
  private final SearchIndex search;

  public Organisations(SearchIndex search) {
    this.search = search;
  }

  /** The name of an organisation; its id where no description names it yet. */
  public Text name(String publisher, Language language) {
    return PublisherOptions.name(search.publishers(), publisher, language);
  }
}
