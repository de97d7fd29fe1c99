package org.machinami.web.steward.form;

import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.machinami.shapes.form.Field;
import org.machinami.shapes.form.FormModel;
import org.machinami.shapes.form.ThingForm;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** What places and values are called, for people. Immutable. */
final class PlaceWords {

  private final FormModel model;
  private final Lookups lookups;
  private final Labels labels;

  PlaceWords(FormModel model, Lookups lookups, Labels labels) {
    this.model = model;
    this.lookups = lookups;
    this.labels = labels;
  }

  /** The field that shows a property of a thing; empty when none does. */
  Optional<Field> field(Graph graph, Place place) {
    return form(graph, place.subject()).flatMap(form -> form.fieldOf(place.property()));
  }

  /** Where the field stands in its form; behind all fields what no field shows. */
  int position(Graph graph, Place place) {
    return form(graph, place.subject())
        .map(form -> form.fields().map(Field::property).toList().indexOf(place.property()))
        .filter(index -> index >= 0)
        .orElse(Integer.MAX_VALUE);
  }

  private Optional<ThingForm> form(Graph graph, Node subject) {
    return model.all().stream()
        .filter(form -> graph.contains(subject, RDF.type.asNode(), form.type()))
        .findFirst();
  }

  String property(Graph graph, Place place, Language language) {
    return field(graph, place)
        .map(field -> field.label().in(language.locale()))
        .orElseGet(() -> labels.of(place.property().getURI(), language).value());
  }

  /** What a thing is called: its name, else its kind with its dates or the end of its IRI. */
  String thing(Graph graph, Node node, Language language) {
    return name(graph, node, language)
        .orElseGet(
            () -> {
              String end =
                  dates(graph, node, language)
                      .orElse(node.isURI() ? Labels.localName(node.getURI()) : "");
              return form(graph, node)
                  .map(form -> form.label().in(language.locale()) + " " + end)
                  .orElse(end)
                  .strip();
            });
  }

  private static Optional<String> name(Graph graph, Node node, Language language) {
    return new Described(graph, node)
        .text(language, Terms.title, Terms.name, Terms.VCARD + "fn", Terms.label)
        .map(Text::value);
  }

  /** From when to when; empty for what is no period. */
  private static Optional<String> dates(Graph graph, Node node, Language language) {
    Described period = new Described(graph, node);
    String start = period.value(Terms.DCAT + "startDate").orElse("");
    String end = period.value(Terms.DCAT + "endDate").orElse("");
    return start.isEmpty() && end.isEmpty()
        ? Optional.empty()
        : Optional.of(Messages.in(language).text("form.period", start, end).strip());
  }

  private static String text(Node value, Messages m) {
    if (XSDDatatype.XSDboolean.equals(value.getLiteralDatatype())) {
      return switch (value.getLiteralLexicalForm()) {
        case "true", "1" -> m.text("form.yes");
        case "false", "0" -> m.text("form.no");
        default -> value.getLiteralLexicalForm();
      };
    }
    String tag = value.getLiteralLanguage();
    String name =
        switch (tag) {
          case "ja" -> m.text("form.japanese");
          case "en" -> m.text("form.english");
          default -> tag;
        };
    String text = value.getLiteralLexicalForm();
    return tag.isEmpty() ? text : m.text("form.in-language", text, name);
  }

  /** What a value is called: its label, its name, its text with the language. */
  String value(Graph graph, Place place, Node value, Language language) {
    if (value.isLiteral()) {
      return text(value, Messages.in(language));
    }
    if (!value.isURI()) {
      return thing(graph, value, language);
    }
    return field(graph, place)
        .flatMap(field -> lookups.label(field, value.getURI(), language))
        .or(() -> labels.find(value.getURI(), language).map(Text::value))
        .or(() -> name(graph, value, language))
        .or(() -> dates(graph, value, language))
        .orElse(value.getURI());
  }
}
