package org.machinami.shapes.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.StrLanguageIn;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.system.G;

/**
 * Turns shapes, as jena-shacl has read them, into checks. A shape with a constraint or path of
 * another kind than those below is left to jena-shacl, and so named; the shapes around it are not.
 * Not thread-safe.
 */
final class ShapeCompiler {

  private final Shapes shapes;
  private final Set<String> compiled = new LinkedHashSet<>();
  private final Map<String, String> left = new TreeMap<>();
  private final Set<Node> open = new HashSet<>();

  ShapeCompiler(Shapes shapes) {
    this.shapes = shapes;
  }

  /** The IRIs of the shapes that were compiled, with all that stands in them. */
  Set<String> compiled() {
    Set<String> whole = new LinkedHashSet<>(compiled);
    whole.removeAll(left.keySet());
    return whole;
  }

  /**
   * The shapes that were not, and why. A shape without an IRI goes by that of the shape it is in.
   */
  Map<String, String> left() {
    return left;
  }

  /** Compiles a shape, or leaves it to jena-shacl. */
  ShapeCheck compile(Shape shape) {
    return compile(shape, shape.getShapeNode(), new JenaShape(shapes, shape));
  }

  private ShapeCheck compile(Shape shape, Node within, JenaShape otherwise) {
    Node node = shape.getShapeNode();
    Node name = node.isURI() ? node : within;
    if (!open.add(node)) {
      left.put(name.toString(), "leads back to itself");
      return otherwise;
    }
    try {
      CompiledShape made = made(shape, name);
      if (node.isURI()) {
        compiled.add(node.getURI());
      }
      return made;
    } catch (NotCompiled e) {
      left.put(name.toString(), e.getMessage());
      return otherwise;
    } finally {
      open.remove(node);
    }
  }

  private CompiledShape made(Shape shape, Node name) {
    Optional<Path> path =
        shape instanceof PropertyShape property
            ? Optional.of(property.getPath())
            : Optional.empty();
    if (path.isPresent() && !shape.getPropertyShapes().isEmpty()) {
      throw new NotCompiled("sh:property in a property shape");
    }
    List<Check> checks = new ArrayList<>();
    List<ShapeCheck> properties = new ArrayList<>();
    if (!shape.deactivated()) {
      for (Constraint constraint : shape.getConstraints()) {
        checks.addAll(checks(constraint, shape, name));
      }
      for (PropertyShape property : shape.getPropertyShapes()) {
        properties.add(compile(property, name, JenaShape.ofProperty(shapes, property)));
      }
    }
    return new CompiledShape(
        shape.getShapeNode(),
        shape.getSeverity().level(),
        path,
        path.map(ValuePath::of).orElse(ValuePath.SELF),
        checks,
        properties);
  }

  private List<Check> checks(Constraint constraint, Shape shape, Node name) {
    if (constraint instanceof QualifiedValueShape qualified) {
      return qualified(qualified, name);
    }
    Optional<Check> of = ofAll(constraint, shape).or(() -> ofEach(constraint, shape, name));
    return List.of(of.orElseThrow(() -> new NotCompiled(name(constraint))));
  }

  private static Optional<Check> ofAll(Constraint constraint, Shape shape) {
    SetTest test = null;
    if (shape instanceof PropertyShape) {
      if (constraint instanceof MinCount least) {
        test = SetTests.minCount(least.getMinCount());
      } else if (constraint instanceof MaxCount most) {
        test = SetTests.maxCount(most.getMaxCount());
      } else if (constraint instanceof HasValueConstraint one) {
        test = SetTests.hasValue(one.getValue());
      }
    }
    Node component = constraint.getComponent();
    return Optional.ofNullable(test).map(made -> new Check.OfAll(component, made));
  }

  private Optional<Check> ofEach(Constraint constraint, Shape shape, Node name) {
    ValueTest test = null;
    if (constraint instanceof NodeKindConstraint kind) {
      test = ValueTests.nodeKind(kind);
    } else if (constraint instanceof DatatypeConstraint datatype) {
      test = ValueTests.datatype(datatype);
    } else if (constraint instanceof PatternConstraint pattern) {
      test = ValueTests.pattern(pattern);
    } else if (constraint instanceof InConstraint list) {
      test = ValueTests.in(list);
    } else if (constraint instanceof StrLanguageIn) {
      test = ValueTests.languageIn(languages(shape));
    } else if (constraint instanceof ShOr or) {
      test = ValueTests.or(or.getOthers().stream().map(other -> nested(other, name)).toList());
    } else if (constraint instanceof ShNot not) {
      test = ValueTests.not(nested(not.getOther(), name));
    }
    Node component = constraint.getComponent();
    return Optional.ofNullable(test).map(made -> new Check.OfEach(component, made));
  }

  private List<Check> qualified(QualifiedValueShape qualified, Node name) {
    if (qualified.qDisjoint()) {
      throw new NotCompiled("sh:qualifiedValueShapesDisjoint");
    }
    ShapeCheck shape = nested(qualified.getSub(), name);
    List<Check> checks = new ArrayList<>();
    if (qualified.qMin() >= 0) {
      SetTest test = SetTests.qualifiedMinCount(qualified.qMin(), shape);
      checks.add(new Check.OfAll(SHACL.QualifiedMinCountConstraintComponent, test));
    }
    if (qualified.qMax() >= 0) {
      SetTest test = SetTests.qualifiedMaxCount(qualified.qMax(), shape);
      checks.add(new Check.OfAll(SHACL.QualifiedMaxCountConstraintComponent, test));
    }
    return checks;
  }

  private ShapeCheck nested(Shape shape, Node within) {
    return compile(shape, within, new JenaShape(shapes, shape));
  }

  /** jena-shacl does not tell them. */
  private List<String> languages(Shape shape) {
    Graph graph = shapes.getGraph();
    Node list = G.getOneSP(graph, shape.getShapeNode(), SHACL.languageIn);
    return G.rdfList(graph, list).stream().map(Node::getLiteralLexicalForm).toList();
  }

  /** The component, as people write its parameter. */
  private static String name(Constraint constraint) {
    return constraint.getComponent().getLocalName().replace("ConstraintComponent", "");
  }
}
