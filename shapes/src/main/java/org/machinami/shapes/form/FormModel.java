package org.machinami.shapes.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.MetadataValidator;

/** The forms of a dataset and of the things that its description describes. Immutable. */
public final class FormModel {

  /** The form of the dataset itself. */
  public static final String DATASET = "DatasetForm";

  private final Map<String, ThingForm> things;

  private FormModel(Map<String, ThingForm> things) {
    this.things = Map.copyOf(things);
  }

  /** The shapes take a while to read, and not every process asks for the form. */
  private static final class Bundled {
    static final FormModel MODEL =
        of(FormFiles.read(), MetadataValidator.bundled().shapes(), Vocabularies.union());
  }

  /** The form of the bundled profile; the first call reads the files. */
  public static FormModel bundled() {
    return Bundled.MODEL;
  }

  /**
   * The model that the files give.
   *
   * @param forms groups, order, names and help
   * @param shapes the profile that descriptions are held against
   * @param lists the code lists
   * @throws IllegalStateException when a form names no property, or a form that is not there
   */
  public static FormModel of(Graph forms, Graph shapes, Graph lists) {
    Map<String, ThingForm> things = new LinkedHashMap<>();
    FormReader reader = new FormReader(forms, new ShapeFacts(shapes), new Lists(forms, lists));
    reader.read().forEach(thing -> things.put(thing.name(), thing));
    things
        .values()
        .forEach(
            thing ->
                thing
                    .fields()
                    .flatMap(field -> field.thing().stream())
                    .filter(name -> !things.containsKey(name))
                    .forEach(
                        name -> {
                          throw new IllegalStateException(
                              thing.name() + " nests " + name + ", which is no form");
                        }));
    return new FormModel(things);
  }

  public ThingForm dataset() {
    return require(DATASET);
  }

  /** All forms; no two are of the same class. */
  public Collection<ThingForm> all() {
    return things.values();
  }

  /** The form of that name. */
  public Optional<ThingForm> find(String name) {
    return Optional.ofNullable(things.get(name));
  }

  /**
   * The form of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public ThingForm require(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no form " + name));
  }
}
