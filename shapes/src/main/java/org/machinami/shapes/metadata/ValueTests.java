package org.machinami.shapes.metadata;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;

/** The constraints on single values that the shapes use, by their names in SHACL. */
final class ValueTests {

  private ValueTests() {}

  static ValueTest nodeKind(NodeKindConstraint kind) {
    boolean iri = kind.isCanBeIRI();
    boolean blank = kind.isCanBeBlankNode();
    boolean literal = kind.isCanBeLiteral();
    return (value, statements) ->
        value.isURI() ? iri : value.isLiteral() ? literal : value.isBlank() && blank;
  }

  static ValueTest datatype(DatatypeConstraint constraint) {
    String iri = constraint.getDatatypeURI();
    RDFDatatype datatype = constraint.getRDFDatatype();
    return (value, statements) ->
        value.isLiteral()
            && iri.equals(value.getLiteralDatatypeURI())
            && datatype.isValid(value.getLiteralLexicalForm());
  }

  /** A text or an IRI in which the pattern is found. */
  static ValueTest pattern(PatternConstraint constraint) {
    String flags = constraint.getFlagsStr() == null ? "" : constraint.getFlagsStr();
    if (!flags.isEmpty() && !flags.equals("i")) {
      throw new NotCompiled("sh:flags " + flags);
    }
    Pattern pattern = Pattern.compile(constraint.getPattern(), RegexEngine.makeMask(flags));
    return (value, statements) ->
        (value.isURI() && pattern.matcher(value.getURI()).find())
            || (value.isLiteral() && pattern.matcher(value.getLiteralLexicalForm()).find());
  }

  static ValueTest in(InConstraint constraint) {
    Set<Node> list = Set.copyOf(constraint.getValues());
    return (value, statements) -> list.contains(value);
  }

  static ValueTest languageIn(List<String> ranges) {
    if (ranges.contains("")) {
      throw new NotCompiled("sh:languageIn with texts that have no language");
    }
    return (value, statements) -> {
      String language = value.isLiteral() ? value.getLiteralLanguage() : "";
      for (String range : ranges) {
        if (!language.isEmpty() && NodeFunctions.langMatches(language, range)) {
          return true;
        }
      }
      return false;
    };
  }

  static ValueTest or(List<ShapeCheck> shapes) {
    return (value, statements) -> {
      for (ShapeCheck shape : shapes) {
        if (shape.conforms(value, statements)) {
          return true;
        }
      }
      return false;
    };
  }

  static ValueTest not(ShapeCheck shape) {
    return (value, statements) -> !shape.conforms(value, statements);
  }
}
