package org.machinami.shapes.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ConstraintTerm;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.engine.constraint.ShAnd;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.ShXone;
import org.apache.jena.shacl.engine.constraint.ValueMaxExclusiveConstraint;
import org.apache.jena.shacl.engine.constraint.ValueMaxInclusiveConstraint;
import org.apache.jena.shacl.engine.constraint.ValueMinExclusiveConstraint;
import org.apache.jena.shacl.engine.constraint.ValueMinInclusiveConstraint;
import org.apache.jena.shacl.engine.constraint.ValueRangeConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.Shape;

/** Compiles constraints on single values. */
final class ValueTests {

  private final ValidationContext context;

  /** Tests that jena-shacl decides get this context. */
  ValueTests(ValidationContext context) {
    this.context = context;
  }

  /**
   * Whether only the value itself decides. A constraint of another kind cannot be judged while rows
   * stream.
   */
  static boolean isOfValue(Constraint constraint) {
    if (constraint instanceof ShOr or) {
      return or.getOthers().stream().allMatch(ValueTests::isOfValue);
    }
    if (constraint instanceof ShAnd and) {
      return and.getOthers().stream().allMatch(ValueTests::isOfValue);
    }
    if (constraint instanceof ShXone one) {
      return one.getOthers().stream().allMatch(ValueTests::isOfValue);
    }
    return constraint instanceof ShNot not
        ? isOfValue(not.getOther())
        : constraint instanceof ConstraintTerm;
  }

  static boolean isOfValue(Shape shape) {
    return shape instanceof NodeShape
        && !shape.deactivated()
        && shape.getPropertyShapes().isEmpty()
        && shape.getConstraints().stream().allMatch(ValueTests::isOfValue);
  }

  /** All constraints of a shape together. */
  ValueTest of(Shape shape) {
    List<ValueTest> tests = shape.getConstraints().stream().map(this::of).toList();
    return value -> passing(tests, value) == tests.size();
  }

  ValueTest of(Constraint constraint) {
    if (constraint instanceof ShOr or) {
      List<ValueTest> tests = all(or.getOthers());
      return value -> tests.stream().anyMatch(test -> test.passes(value));
    }
    if (constraint instanceof ShAnd and) {
      List<ValueTest> tests = all(and.getOthers());
      return value -> passing(tests, value) == tests.size();
    }
    if (constraint instanceof ShXone one) {
      List<ValueTest> tests = all(one.getOthers());
      return value -> passing(tests, value) == 1;
    }
    if (constraint instanceof ShNot not) {
      ValueTest test = of(not.getOther());
      return value -> !test.passes(value);
    }
    return new SurePass(surely(constraint), (ConstraintTerm) constraint, context);
  }

  private List<ValueTest> all(List<Shape> shapes) {
    return shapes.stream().map(this::of).toList();
  }

  private static int passing(List<ValueTest> tests, Term value) {
    int passing = 0;
    for (ValueTest test : tests) {
      if (test.passes(value)) {
        passing++;
      }
    }
    return passing;
  }

  /** A fast test that lets pass only what the constraint lets pass. */
  private static ValueTest surely(Constraint constraint) {
    if (constraint instanceof DatatypeConstraint datatype) {
      return LexicalForms.surely(datatype.getDatatypeURI());
    }
    if (constraint instanceof NodeKindConstraint kind) {
      return value ->
          value.isIri() ? kind.isCanBeIRI() : value.isLiteral() && kind.isCanBeLiteral();
    }
    if (constraint instanceof PatternConstraint pattern) {
      return pattern(pattern);
    }
    if (constraint instanceof InConstraint in) {
      return iris(in.getValues());
    }
    return constraint instanceof ValueRangeConstraint range ? range(range) : value -> false;
  }

  private static ValueTest pattern(PatternConstraint constraint) {
    String flags = constraint.getFlagsStr();
    if (flags != null && !flags.isEmpty()) {
      return value -> false;
    }
    Pattern pattern = Pattern.compile(constraint.getPattern());
    return value -> (value.isIri() || value.isLiteral()) && pattern.matcher(value.text()).find();
  }

  private static ValueTest iris(List<Node> values) {
    Set<String> iris = new HashSet<>();
    values.stream().filter(Node::isURI).forEach(node -> iris.add(node.getURI()));
    return value -> value.isIri() && iris.contains(value.text());
  }

  private static ValueTest range(ValueRangeConstraint range) {
    if (!range.getNodeValue().isNumber()) {
      return value -> false;
    }
    double bound = range.getNodeValue().getDouble();
    if (range instanceof ValueMinInclusiveConstraint) {
      return Numbers.surely(number -> number >= bound);
    }
    if (range instanceof ValueMaxInclusiveConstraint) {
      return Numbers.surely(number -> number <= bound);
    }
    if (range instanceof ValueMinExclusiveConstraint) {
      return Numbers.surely(number -> number > bound);
    }
    return range instanceof ValueMaxExclusiveConstraint
        ? Numbers.surely(number -> number < bound)
        : value -> false;
  }
}
