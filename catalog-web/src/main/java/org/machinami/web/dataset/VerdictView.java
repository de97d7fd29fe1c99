package org.machinami.web.dataset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.language.Text;

/**
 * What the gate decided.
 *
 * @param outcome id in the code list: admitted, admitted-with-warnings, refused
 * @param label its name
 * @param definition what it means
 * @param warnings how many there are
 * @param findings what should be mended, gravest first, not all of it
 * @param more how many warnings are not among the findings
 */
public record VerdictView(
    String outcome, Text label, Text definition, long warnings, List<Finding> findings, long more) {
  public VerdictView {
    Objects.requireNonNull(outcome, "outcome");
    findings = List.copyOf(findings);
  }

  /**
   * What should be mended in one way.
   *
   * @param message what to do
   * @param clause number and path of the clause that asks for it
   * @param places names of what is at fault, not of all; empty where it is the dataset itself
   * @param more at how many more places
   */
  public record Finding(Text message, Optional<ClauseLink> clause, List<Text> places, int more) {
    public Finding {
      Objects.requireNonNull(message, "message");
      places = List.copyOf(places);
    }
  }

  /** A clause of the policy. */
  public record ClauseLink(String number, String path) {}
}
