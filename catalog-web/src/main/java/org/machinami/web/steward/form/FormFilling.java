package org.machinami.web.steward.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.machinami.shapes.form.Control;
import org.machinami.shapes.form.Field;
import org.machinami.shapes.form.FormModel;
import org.machinami.shapes.form.ThingForm;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** Fills a form from a graph. One for each filling. */
final class FormFilling {

  private final FormModel model;
  private final FieldText text;
  private final Graph graph;
  private final Language language;
  private final Shown shown;
  private final ThingKeys keys;
  private final Set<String> blanks;
  private final Set<Triple> seen = new HashSet<>();
  private final Set<Node> open = new HashSet<>();

  /**
   * @param blanks names of the fields that get one more empty box
   */
  FormFilling(
      FormModel model,
      FieldText text,
      Graph graph,
      Node dataset,
      Language language,
      Set<String> blanks) {
    this.model = model;
    this.text = text;
    this.graph = graph;
    this.language = language;
    this.shown = new Shown(graph, text);
    this.keys = new ThingKeys(dataset);
    this.blanks = Set.copyOf(blanks);
  }

  FilledForm fill(Node dataset) {
    FilledThing filled = thing(DescriptionForm.ROOT, dataset, model.dataset());
    List<Triple> kept =
        graph.find().toList().stream()
            .filter(triple -> !seen.contains(triple))
            .sorted(
                (a, b) -> {
                  int subjects = NodeCmp.compareRDFTerms(a.getSubject(), b.getSubject());
                  int properties = NodeCmp.compareRDFTerms(a.getPredicate(), b.getPredicate());
                  return subjects != 0
                      ? subjects
                      : properties != 0
                          ? properties
                          : NodeCmp.compareRDFTerms(a.getObject(), b.getObject());
                })
            .toList();
    return new FilledForm(filled, kept);
  }

  private FilledThing thing(String path, Node node, ThingForm form) {
    open.add(node);
    graph.find(node, RDF.type.asNode(), form.type()).forEach(seen::add);
    List<FilledThing.FilledSection> sections = new ArrayList<>();
    form.sections()
        .forEach(
            section ->
                sections.add(
                    new FilledThing.FilledSection(
                        section,
                        section.fields().stream()
                            .map(field -> field(path, node, field))
                            .toList())));
    open.remove(node);
    return new FilledThing(path, node, form, title(node), sections);
  }

  private String title(Node node) {
    return new Described(graph, node)
        .text(language, Terms.title, Terms.name, Terms.VCARD + "fn", Terms.label)
        .map(Text::value)
        .orElse("");
  }

  private FilledField field(String path, Node node, Field field) {
    String name = path + "." + field.name();
    List<Node> values = shown.values(node, field);
    values.forEach(value -> seen.add(Triple.create(node, field.property(), value)));
    if (field.control() == Control.THING) {
      ThingForm form = model.require(field.thing().orElseThrow());
      List<FilledThing> things =
          values.stream()
              // A thing that leads back to one that is open would never end.
              .filter(value -> !open.contains(value))
              .map(value -> thing(name + "." + keys.key(value), value, form))
              .toList();
      return new FilledField(name, field, List.of(), List.of(), things, keys.next(field, graph));
    }
    return field.control().hasLanguage()
        ? words(name, field, values)
        : new FilledField(name, field, List.of(), slots(name, field, values), List.of(), "");
  }

  private List<Slot> slots(String name, Field field, List<Node> values) {
    List<Slot> slots = new ArrayList<>();
    for (Node value : values) {
      String typed = text.text(field, value, language);
      slots.add(
          new Slot(
              name + "." + slots.size(),
              typed,
              "",
              FieldText.isLong(field.control(), typed),
              Optional.of(value)));
    }
    if (slots.isEmpty() || blanks.contains(name)) {
      boolean lines = FieldText.isLong(field.control(), "");
      slots.add(new Slot(name + "." + slots.size(), "", "", lines, Optional.empty()));
    }
    return slots;
  }

  private FilledField words(String name, Field field, List<Node> values) {
    List<Node> ja = in("ja", values);
    List<Node> en = in("en", values);
    List<Pair> pairs = new ArrayList<>();
    if (field.control() == Control.LINES) {
      pairs.add(new Pair(lines(name, "ja", ja), lines(name, "en", en)));
    } else {
      int rows = Math.max(1, Math.max(ja.size(), en.size()));
      for (int i = 0; i < rows; i++) {
        pairs.add(new Pair(words(name, i, "ja", field, ja), words(name, i, "en", field, en)));
      }
    }
    List<Slot> others = new ArrayList<>();
    for (Node value : values) {
      String tag = value.getLiteralLanguage();
      if (!tag.equals("ja") && !tag.equals("en")) {
        String typed = value.getLiteralLexicalForm();
        boolean lines =
            field.control() != Control.LINES && FieldText.isLong(field.control(), typed);
        others.add(new Slot(name + ".x" + others.size(), typed, tag, lines, Optional.of(value)));
      }
    }
    return new FilledField(name, field, pairs, others, List.of(), "");
  }

  private static List<Node> in(String tag, List<Node> values) {
    return values.stream().filter(v -> v.getLiteralLanguage().equals(tag)).toList();
  }

  private static Slot words(String name, int row, String tag, Field field, List<Node> values) {
    Optional<Node> value = row < values.size() ? Optional.of(values.get(row)) : Optional.empty();
    String typed = value.map(Node::getLiteralLexicalForm).orElse("");
    return new Slot(
        String.format(Locale.ROOT, "%s.%d.%s", name, row, tag),
        typed,
        tag,
        FieldText.isLong(field.control(), typed),
        value);
  }

  private static Slot lines(String name, String tag, List<Node> values) {
    String typed = String.join("\n", values.stream().map(Node::getLiteralLexicalForm).toList());
    return new Slot(name + "." + tag, typed, tag, true, values.stream().findFirst());
  }
}
