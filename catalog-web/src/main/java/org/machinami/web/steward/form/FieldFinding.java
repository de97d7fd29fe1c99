package org.machinami.web.steward.form;

import java.util.Objects;
import java.util.Optional;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Violation;

/**
 * A finding and its place on the form.
 *
 * @param field name of the field that it stands beside; empty when no field is to blame
 * @param target id of the box that a link leads to; empty when no field is to blame
 * @param thing what the nested thing is called; empty for the dataset itself
 * @param clause number of the clause of the policy; empty when none is enforced
 */
public record FieldFinding(
    Violation violation, String field, String target, String thing, Optional<String> clause) {

  public FieldFinding {
    Objects.requireNonNull(violation, "violation");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(thing, "thing");
    Objects.requireNonNull(clause, "clause");
  }

  public boolean isGrave() {
    return violation.severity() == Severity.VIOLATION;
  }

  /** Name of the repair that it proposes, the same as long as the proposal is; empty for none. */
  public Optional<String> repair() {
    return patch().map(patch -> FormRepairs.name(violation, patch));
  }

  Optional<Repair.Patch> patch() {
    return violation.repair().filter(Repair.Patch.class::isInstance).map(Repair.Patch.class::cast);
  }
}
