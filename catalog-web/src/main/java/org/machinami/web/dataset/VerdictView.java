package org.machinami.web.dataset;

import java.util.List;
import java.util.Objects;
import org.machinami.web.language.Text;

/**
 * What the gate decided.
 *
 * @param outcome id in the code list: admitted, admitted-with-warnings, refused
 * @param label its name
 * @param definition what it means
 * @param findings what should be mended
 */
public record VerdictView(
    String outcome, Text label, Text definition, long warnings, List<Text> findings) {
  public VerdictView {
    Objects.requireNonNull(outcome, "outcome");
    findings = List.copyOf(findings);
  }
}
