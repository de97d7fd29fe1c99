package org.machinami.web.rows;

import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/**
 * What things in cells are called: by the labels that the program brings, else by their address.
 * Thread-safe.
 */
public final class Names {
  private final Labels labels;
  private final String base;

  public Names(Labels labels, String base) {
    this.labels = labels;
    this.base = base;
  }

  public Text of(String iri, Language language) {
    return labels.find(iri, language).orElseGet(() -> new Text(bare(iri), "zxx"));
  }

  /** Of ours the last part; others' addresses without what every address has. */
  public String bare(String iri) {
    return iri.startsWith(base)
        ? Labels.localName(iri)
        : iri.replaceFirst("^https?://", "").replaceFirst("/$", "");
  }

  public Labels labels() {
    return labels;
  }
}
