package org.machinami.web.steward.form;

import java.util.Objects;
import org.machinami.shapes.form.Words;

/**
 * Something that can be looked up.
 *
 * @param label what it is called
 * @param code its number or code; empty for none
 */
public record LookupEntry(String iri, Words label, String code) {

  public LookupEntry {
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(code, "code");
  }
}
