package org.machinami.web.steward.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.machinami.shapes.form.Control;
import org.machinami.shapes.form.Field;
import org.machinami.shapes.form.FormModel;
import org.machinami.shapes.form.ThingForm;

/**
 * Reads a posted form into a graph. What a field shows is replaced by what was posted for it; a
 * text that is still the one of a value gives the value itself, with its datatype. Everything else
 * stays. One for each reading.
 */
final class FormReading {

  private static final int MOST_MISTAKES = 100;

  /** A box or a thing: the way to a field, and more. */
  private static final String BOX = DescriptionForm.ROOT + "\\.[^.]+\\..+";

  private final FormModel model;
  private final FieldText text;
  private final Lookups lookups;
  private final Node dataset;
  private final Graph base;
  private final Graph result = GraphFactory.createDefaultGraph();
  private final ThingKeys keys;
  private final Shown shown;
  private final Map<String, String> values;
  private final Map<String, Set<String>> children = new LinkedHashMap<>();
  private final Set<String> read = new HashSet<>();
  private final Set<Node> subjects = new LinkedHashSet<>();
  private final Set<Node> dropped = new LinkedHashSet<>();
  private final List<FormMistake> mistakes = new ArrayList<>();
  private final Set<String> blanks = new HashSet<>();

  FormReading(
      FormModel model,
      FieldText text,
      Lookups lookups,
      Node dataset,
      Graph base,
      FormFields posted) {
    this.model = model;
    this.text = text;
    this.lookups = lookups;
    this.dataset = dataset;
    this.base = base;
    this.keys = new ThingKeys(dataset);
    this.shown = new Shown(base, text);
    this.values = new LinkedHashMap<>(posted.values());
    GraphUtil.addInto(result, base);
    base.find().forEach(triple -> subjects.add(triple.getSubject()));
  }

  PostedForm read() {
    buttons();
    values.keySet().forEach(this::child);
    thing(DescriptionForm.ROOT, dataset, model.dataset(), new HashSet<>());
    dropped.forEach(this::drop);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      boolean ours = entry.getKey().startsWith(DescriptionForm.ROOT + ".");
      if (ours && !read.contains(entry.getKey()) && mistakes.size() < MOST_MISTAKES) {
        mistakes.add(
            FormMistake.of(
                DescriptionForm.ROOT,
                "form.mistake.no-field",
                shortened(entry.getKey()),
                shortened(entry.getValue())));
      }
    }
    return new PostedForm(result, mistakes, blanks);
  }

  /** Files a name, and the way to it, under what stands before the last dot. */
  private void child(String name) {
    int dot = name.lastIndexOf('.');
    if (dot > 0) {
      String parent = name.substring(0, dot);
      if (children
          .computeIfAbsent(parent, k -> new LinkedHashSet<>())
          .add(name.substring(dot + 1))) {
        child(parent);
      }
    }
  }

  /** What the buttons ask is done to the values first, as a script in the page would. */
  private void buttons() {
    String remove = values.getOrDefault(DescriptionForm.REMOVE, "");
    if (remove.matches(BOX)) {
      values.keySet().removeIf(name -> name.equals(remove) || name.startsWith(remove + "."));
    }
    String add = values.getOrDefault(DescriptionForm.ADD, "");
    if (add.startsWith(DescriptionForm.ROOT + ".")) {
      blanks.add(add);
      if (add.matches(".*\\.o-[A-Za-z0-9_-]+")) {
        values.put(add, "1");
      }
    }
  }

  private void thing(String path, Node node, ThingForm form, Set<Node> above) {
    if (!above.add(node)) {
      return;
    }
    form.fields().forEach(field -> field(path + "." + field.name(), node, field, above));
    above.remove(node);
  }

  private void field(String name, Node node, Field field, Set<Node> above) {
    List<Node> before = shown.values(node, field);
    Set<Node> after =
        field.control() == Control.THING
            ? things(name, field, before, above)
            : texts(name, field, before);
    before.stream()
        .filter(value -> !after.contains(value))
        .forEach(
            value -> {
              result.delete(Triple.create(node, field.property(), value));
              if (field.control() == Control.THING) {
                dropped.add(value);
              }
            });
    after.stream()
        .filter(value -> !before.contains(value))
        .forEach(value -> result.add(Triple.create(node, field.property(), value)));
    if (field.single() && after.size() > 1 && !before.containsAll(after)) {
      mistakes.add(FormMistake.of(name, "form.mistake.single"));
    }
  }

  /** The values of a field that holds text. */
  private Set<Node> texts(String name, Field field, List<Node> before) {
    List<Node> left = new ArrayList<>(before);
    Set<Node> after = new LinkedHashSet<>();
    for (String child : children.getOrDefault(name, Set.of())) {
      String box = name + "." + child;
      if (field.control().hasLanguage()) {
        words(box, child, field, left, after);
      } else if (child.matches("\\d{1,4}")) {
        take(box, field, "", values.get(box), left, after);
      }
    }
    return after;
  }

  private void words(String box, String child, Field field, List<Node> left, Set<Node> after) {
    if (field.control() == Control.LINES && (child.equals("ja") || child.equals("en"))) {
      read.add(box);
      for (String line : FieldText.plainLines(values.get(box)).split("\n", -1)) {
        take(box, field, child, line, left, after);
      }
    } else if (child.matches("\\d{1,4}|x\\d{1,4}")) {
      for (String tag : List.of("ja", "en")) {
        take(box + "." + tag, field, tag, values.get(box + "." + tag), left, after);
      }
    }
    if (child.matches("x\\d{1,4}")) {
      String tag = values.getOrDefault(box + ".tag", "").strip();
      read.add(box + ".tag");
      boolean known = tag.isEmpty() || tag.matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
      if (!known) {
        mistakes.add(FormMistake.of(box, "form.mistake.language", shortened(tag)));
      }
      take(box, field, known ? tag : "", values.get(box), left, after);
    }
  }

  private void take(
      String box, Field field, String tag, String typed, List<Node> left, Set<Node> after) {
    if (typed == null) {
      return;
    }
    read.add(box);
    Optional<Node> same =
        left.stream()
            .filter(value -> !field.control().hasLanguage() || tag(value).equals(tag))
            .filter(value -> text.gives(field, value, typed))
            .findFirst();
    if (same.isPresent()) {
      left.remove(same.get());
      after.add(same.get());
      return;
    }
    if (typed.isBlank()) {
      return;
    }
    int length = typed.codePointCount(0, typed.length());
    if (length > FieldText.MOST_CHARACTERS) {
      mistakes.add(FormMistake.of(box, "form.mistake.long", length, FieldText.MOST_CHARACTERS));
    }
    Node value = text.value(field, clean(typed), tag);
    after.add(value);
    if (field.control().isIri() && value.isLiteral()) {
      mistakes.add(FormMistake.of(box, "form.mistake.address", shortened(typed)));
    }
  }

  private static String tag(Node value) {
    return value.isLiteral() ? value.getLiteralLanguage() : "";
  }

  /** Characters that no graph can hold, and that nobody types, are left out. */
  private static String clean(String typed) {
    StringBuilder clean = new StringBuilder(typed.length());
    typed
        .codePoints()
        .filter(
            c -> c != 0 && Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private Set<Node> things(String name, Field field, List<Node> before, Set<Node> above) {
    ThingForm form = model.require(field.thing().orElseThrow());
    Set<Node> after = new LinkedHashSet<>();
    for (String key : children.getOrDefault(name, Set.of())) {
      String path = name + "." + key;
      Optional<Node> value = keys.node(key, before).or(() -> keys.node(key, subjects));
      if (value.isEmpty() || !values.containsKey(path)) {
        continue; // what was posted for it is told as no field of this form
      }
      read.add(path);
      after.add(value.get());
      if (!base.contains(value.get(), RDF.type.asNode(), Node.ANY)
          && !before.contains(value.get())) {
        result.add(Triple.create(value.get(), RDF.type.asNode(), form.type()));
      }
      thing(path, value.get(), form, above);
    }
    // Things that the page could not show, since they lead back to one that is open.
    before.stream().filter(above::contains).forEach(after::add);
    String registered = name + "." + DescriptionForm.REGISTERED;
    if (field.ofClass().isPresent() && values.containsKey(registered)) {
      registered(registered, field, after);
    }
    return after;
  }

  /** One that the catalogue knows takes the place of the one that is there, or stands beside it. */
  private void registered(String box, Field field, Set<Node> after) {
    read.add(box);
    String typed = values.get(box).strip();
    if (typed.isEmpty()) {
      return;
    }
    Optional<String> iri = lookups.registered(field, typed);
    if (iri.isEmpty()) {
      mistakes.add(FormMistake.of(box, "form.mistake.not-registered", shortened(typed)));
      return;
    }
    if (field.single()) {
      after.clear();
    }
    Node known = NodeFactory.createURI(iri.get());
    after.add(known);
    if (!base.contains(known, Node.ANY, Node.ANY)) {
      GraphUtil.addInto(result, lookups.describe(field, iri.get()));
    }
  }

  /** What was said of a thing goes with it when nothing leads there any more. */
  private void drop(Node thing) {
    if (thing.equals(dataset) || result.contains(Node.ANY, Node.ANY, thing)) {
      return;
    }
    List<Triple> said = result.find(thing, Node.ANY, Node.ANY).toList();
    said.forEach(result::delete);
    said.stream()
        .map(Triple::getObject)
        .filter(value -> value.isURI() || value.isBlank())
        .forEach(this::drop);
  }

  private static String shortened(String typed) {
    int most = 80;
    return typed.codePointCount(0, typed.length()) <= most
        ? typed
        : typed.substring(0, typed.offsetByCodePoints(0, most)) + "…";
  }
}
