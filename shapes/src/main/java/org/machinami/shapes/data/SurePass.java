package org.machinami.shapes.data;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.ValueRangeConstraint;

/**
 * A test that looks at the bytes first: what surely passes, passes; all else is decided by
 * jena-shacl's own test of the value. Remembers the value that passed last, which columns that say
 * the same in every row make worth it. Not thread-safe.
 */
final class SurePass implements ValueTest {

  private final ValueTest sure;
  private final ConstraintTerm constraint;
  private final ValidationContext context;
  private byte[] passed = new byte[0];

  SurePass(ValueTest sure, ConstraintTerm constraint, ValidationContext context) {
    this.sure = sure;
    this.constraint = constraint;
    this.context = context;
  }

  @Override
  public boolean passes(Term value) {
    if (sure.passes(value)
        || Arrays.equals(passed, 0, passed.length, value.bytes(), value.from(), value.to())) {
      return true;
    }
    Node node = value.node();
    if (isIllFormed(node) && constraint instanceof ValueRangeConstraint) {
      return false; // as jena-shacl has it, which would log each one
    }
    if (constraint.validate(context, node) != null) {
      return false;
    }
    passed = Arrays.copyOfRange(value.bytes(), value.from(), value.to());
    return true;
  }

  private static boolean isIllFormed(Node node) {
    return node.isLiteral() && !node.getLiteral().isWellFormed();
  }
}
