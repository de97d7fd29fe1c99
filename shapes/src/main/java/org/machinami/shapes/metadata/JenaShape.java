package org.machinami.shapes.metadata;

import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;

/** A shape that is left to jena-shacl. */
record JenaShape(Shapes shapes, Shape shape) implements ShapeCheck {

  /**
   * A property shape that another shape has. jena-shacl treats its own property shapes otherwise
   * when it stands alone, so it gets a node shape around it.
   */
  static JenaShape ofProperty(Shapes shapes, PropertyShape property) {
    NodeShape around =
        new NodeShape(
            property.getShapeGraph(),
            property.getShapeNode(),
            false,
            property.getSeverity(),
            List.of(),
            List.of(),
            List.of(),
            List.of(property));
    return new JenaShape(shapes, around);
  }

  @Override
  public void check(Node focus, Statements statements, Consumer<Failure> failures) {
    report(focus, statements).getEntries().forEach(entry -> failures.accept(Failure.of(entry)));
  }

  @Override
  public boolean conforms(Node focus, Statements statements) {
    return report(focus, statements).conforms();
  }

  private ValidationReport report(Node focus, Statements statements) {
    ValidationContext context = ValidationContext.create(shapes, statements.graph());
    VLib.validateShape(context, statements.graph(), shape, focus);
    return context.generateReport();
  }
}
