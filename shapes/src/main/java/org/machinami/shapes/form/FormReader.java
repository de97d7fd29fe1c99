package org.machinami.shapes.form;

import static org.machinami.shapes.form.ShapeReading.all;
import static org.machinami.shapes.form.ShapeReading.first;
import static org.machinami.shapes.form.ShapeReading.members;
import static org.machinami.shapes.form.ShapeReading.order;
import static org.machinami.shapes.form.ShapeReading.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.machinami.shapes.PathText;

/** Puts the form shapes and what the metadata shapes say together. */
final class FormReader {

  private static final Node ORDER = NodeFactory.createURI(SHACL.getURI() + "order");
  private static final Node GROUP = NodeFactory.createURI(SHACL.getURI() + "group");
  private static final Node NAME = NodeFactory.createURI(SHACL.getURI() + "name");
  private static final Node DESCRIPTION = NodeFactory.createURI(SHACL.getURI() + "description");

  private static final Comparator<Field> WANTED_FIRST =
      Comparator.comparing(Field::requirement).thenComparingDouble(Field::order);

  private final Graph forms;
  private final ShapeFacts shapes;
  private final Lists lists;

  FormReader(Graph forms, ShapeFacts shapes, Lists lists) {
    this.forms = forms;
    this.shapes = shapes;
    this.lists = lists;
  }

  List<ThingForm> read() {
    return forms
        .find(Node.ANY, RDF.type.asNode(), SHACL.NodeShape)
        .mapWith(Triple::getSubject)
        .mapWith(this::thing)
        .toList();
  }

  private ThingForm thing(Node form) {
    List<Node> classes = all(forms, form, SHACL.targetClass);
    Set<Node> objectsOf = Set.copyOf(all(forms, form, SHACL.targetObjectsOf));
    Map<Node, List<Field>> groups = new LinkedHashMap<>();
    for (Node shape : all(forms, form, SHACL.property)) {
      groups
          .computeIfAbsent(first(forms, shape, GROUP).orElse(form), group -> new ArrayList<>())
          .add(field(shape, Set.copyOf(classes), objectsOf));
    }
    List<Section> sections =
        groups.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<Node, List<Field>> group) -> mostWanted(group.getValue()))
                    .thenComparingDouble(group -> order(forms, group.getKey(), ORDER)))
            .map(group -> section(form, group.getKey(), group.getValue()))
            .toList();
    return new ThingForm(
        localName(form), words(forms, form, RDFS.label.asNode()), classes.get(0), sections);
  }

  private static Requirement mostWanted(List<Field> fields) {
    return fields.stream().map(Field::requirement).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Section section(Node form, Node group, List<Field> fields) {
    boolean headed = !group.equals(form);
    return new Section(
        localName(group),
        headed ? words(forms, group, RDFS.label.asNode()) : new Words("", ""),
        fields.stream().sorted(WANTED_FIRST).toList());
  }

  private Field field(Node shape, Set<Node> classes, Set<Node> objectsOf) {
    Node property =
        first(forms, shape, SHACL.path)
            .filter(Node::isURI)
            .orElseThrow(() -> new IllegalStateException("a field of a form names no property"));
    Facts facts = shapes.of(property, classes, objectsOf);
    ShapeFacts.add(facts, forms, shape);
    List<Choice> choices = choices(shape, facts);
    Optional<String> thing = first(forms, shape, SHACL.node).map(FormReader::localName);
    String path = PathText.of(property);
    return new Field(
        path.replaceAll("[^A-Za-z0-9]+", "-"),
        property,
        path,
        words(forms, shape, NAME),
        words(forms, shape, DESCRIPTION),
        facts.requirement,
        order(forms, shape, ORDER),
        facts.single,
        ControlChoice.of(forms, shape, facts, !choices.isEmpty()),
        List.copyOf(facts.datatypes),
        choices,
        first(forms, shape, SHACL.class_).map(Node::getURI),
        thing,
        facts.shapes);
  }

  /** The values that the shapes list, then those of the schemes that values should be from. */
  private List<Choice> choices(Node shape, Facts facts) {
    List<Choice> choices = new ArrayList<>(lists.of(facts.values));
    for (Node inner : all(forms, shape, SHACL.property)) {
      if (first(forms, inner, SHACL.path).filter(SKOS.inScheme.asNode()::equals).isPresent()) {
        List<Node> schemes = new ArrayList<>(all(forms, inner, SHACL.hasValue));
        first(forms, inner, SHACL.in).ifPresent(list -> schemes.addAll(members(forms, list)));
        schemes.forEach(
            scheme ->
                lists.ofScheme(scheme).stream()
                    .filter(choice -> choices.stream().noneMatch(choice::equals))
                    .forEach(choices::add));
      }
    }
    return choices;
  }

  private static String localName(Node node) {
    return node.getURI().replaceFirst("^.*[/#]", "");
  }
}
