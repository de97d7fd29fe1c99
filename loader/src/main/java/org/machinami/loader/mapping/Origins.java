package org.machinami.loader.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/**
 * Which references of a source make which properties: with it a finding on a thing is brought back
 * to the columns that its cause stands in. Immutable.
 */
public final class Origins {

  private static final Origins NONE = new Origins(List.of());

  /**
   * What a term map of a triples map makes.
   *
   * @param classes of the thing
   * @param predicate the property; empty for the thing itself
   * @param language of a literal; empty for none
   * @param references that the term is made of, as the source calls them; empty for a constant
   */
  record Made(Set<String> classes, String predicate, String language, List<String> references) {
    Made {
      Objects.requireNonNull(predicate, "predicate");
      Objects.requireNonNull(language, "language");
      classes = Set.copyOf(classes);
      references = List.copyOf(references);
    }

    boolean isThing() {
      return predicate.isEmpty();
    }
  }

  private final List<Made> made;

  /** Of what no column makes. */
  public static Origins none() {
    return NONE;
  }

  Origins(List<Made> made) {
    this.made = List.copyOf(made);
  }

  /**
   * The columns that make a property, several parted by commas, in the order of their names; empty
   * where the mapping makes it of no column.
   *
   * @param classes of the thing, as far as they are known
   * @param predicates the property; none: the thing itself
   * @param value that is at fault; empty when it is missing
   */
  public Optional<String> columns(
      List<String> classes, List<String> predicates, Optional<Node> value) {
    List<String> names = references(classes, predicates, value);
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  /** The same columns, each by itself. */
  public List<String> references(
      List<String> classes, List<String> predicates, Optional<Node> value) {
    List<Made> found =
        narrowed(
            made, one -> predicates.isEmpty() ? one.isThing() : predicates.contains(one.predicate));
    found = preferred(found, one -> classes.stream().anyMatch(one.classes::contains));
    String language = value.filter(Node::isLiteral).map(Node::getLiteralLanguage).orElse("");
    found = preferred(found, one -> value.isEmpty() || one.language.equalsIgnoreCase(language));
    Set<String> names = new TreeSet<>();
    found.forEach(one -> names.addAll(one.references));
    return List.copyOf(names);
  }

  private static List<Made> narrowed(List<Made> all, Predicate<Made> wanted) {
    return all.stream().filter(wanted).toList();
  }

  /** Those that are wanted, or all where none is. */
  private static List<Made> preferred(List<Made> all, Predicate<Made> wanted) {
    List<Made> some = narrowed(all, wanted);
    return some.isEmpty() ? all : some;
  }
}
