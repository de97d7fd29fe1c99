package org.machinami.loader.mapping;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * How a term is made: the same for all rows, from a reference, or from a template.
 *
 * @param kind which of the three
 * @param constant the term of a CONSTANT; {@link Node#ANY} for the others
 * @param text the reference or the template; the reference may be the name of a derived column
 * @param type of the term
 * @param datatype IRI, for literals
 * @param language tag, for literals
 */
record TermMap(
    Kind kind,
    Node constant,
    String text,
    Type type,
    Optional<String> datatype,
    Optional<String> language)
    implements ObjectMap {

  /** Where the term comes from. */
  enum Kind {
    CONSTANT,
    REFERENCE,
    TEMPLATE
  }

  /** Which sort of term ({@code rr:termType}). */
  enum Type {
    IRI,
    BLANK_NODE,
    LITERAL
  }

  TermMap {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(constant, "constant");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(datatype, "datatype");
    Objects.requireNonNull(language, "language");
  }

  static TermMap constant(Node term) {
    Type type = term.isLiteral() ? Type.LITERAL : Type.IRI;
    return new TermMap(Kind.CONSTANT, term, "", type, Optional.empty(), Optional.empty());
  }

  Template template() {
    return kind == Kind.TEMPLATE
        ? Template.parse(text)
        : new Template(java.util.List.of(new Template.Part(text, true)));
  }
}
