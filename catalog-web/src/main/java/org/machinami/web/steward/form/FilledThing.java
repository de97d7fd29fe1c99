package org.machinami.web.steward.form;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.machinami.shapes.form.Section;
import org.machinami.shapes.form.ThingForm;

/**
 * A thing with its filled form.
 *
 * @param path the way to it in the page; also the name under which its presence is posted
 * @param node that the statements are about
 * @param title what it is called; empty when it has no name yet
 * @param sections filled, in the order of the form
 */
public record FilledThing(
    String path, Node node, ThingForm form, String title, List<FilledSection> sections) {

  public FilledThing {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(node, "node");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(title, "title");
    sections = List.copyOf(sections);
  }

  /** A section with its filled fields. */
  public record FilledSection(Section section, List<FilledField> fields) {
    public FilledSection {
      Objects.requireNonNull(section, "section");
      fields = List.copyOf(fields);
    }
  }

  public Stream<FilledField> fields() {
    return sections.stream().flatMap(section -> section.fields().stream());
  }

  /** This thing and all that it nests. */
  Stream<FilledThing> all() {
    return Stream.concat(
        Stream.of(this),
        fields().flatMap(field -> field.things().stream()).flatMap(FilledThing::all));
  }
}
