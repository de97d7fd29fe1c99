package org.machinami.web.dataset;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machinami.ontology.Vocabularies;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Fact;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** The list of facts on a dataset page; a line for each that the description has. */
final class DatasetFacts {
  private static final String SERVICE_FIELDS = Vocabularies.NS + "service-field/";

  private final Labels labels;
  private final String base;

  DatasetFacts(Labels labels, String base) {
    this.labels = labels;
    this.base = base;
  }

  List<Fact> of(Described dataset, Language language) {
    List<Fact> facts = new ArrayList<>();
    Messages m = Messages.in(language);
    add(facts, m, "dataset.publisher", publishers(dataset, language), "");
    add(facts, m, "dataset.contact", contacts(dataset, language), "");
    add(facts, m, "dataset.issued", days(dataset, Terms.DCT + "issued", m), "");
    add(facts, m, "dataset.modified", days(dataset, Terms.DCT + "modified", m), "");
    add(facts, m, "dataset.period", periods(dataset, m), "");
    add(facts, m, "dataset.place", named(dataset, Terms.DCT + "spatial", language), "");
    add(facts, m, "dataset.other-themes", otherThemes(dataset, language), "");
    add(facts, m, "dataset.language", named(dataset, Terms.DCT + "language", language), "");
    add(facts, m, "dataset.conforms-to", named(dataset, Terms.DCT + "conformsTo", language), "");
    concepts(facts, m, "dataset.personal-data", dataset, Terms.CITY + "personalDataStage");
    add(facts, m, "dataset.landing-page", named(dataset, Terms.DCAT + "landingPage", language), "");
    add(
        facts,
        m,
        "dataset.identifier",
        dataset.texts(Terms.DCT + "identifier").stream().map(t -> Value.plain(t.value())).toList(),
        "");
    return facts;
  }

  /** The first value of a property by its name. */
  Optional<Value> value(Described dataset, String property, Language language) {
    return named(dataset, property, language).stream().findFirst();
  }

  /** All values of a property in words. */
  List<Text> words(Described dataset, String property, Language language) {
    return named(dataset, property, language).stream().map(Value::text).toList();
  }

  private static void add(
      List<Fact> facts, Messages m, String key, List<Value> values, String note) {
    if (!values.isEmpty()) {
      facts.add(new Fact(new Text(m.text(key), m.language().tag()), values, note));
    }
  }

  /** Concepts of a list, with what the first of them means. */
  private void concepts(
      List<Fact> facts, Messages m, String key, Described dataset, String property) {
    List<Value> values =
        named(dataset, property, m.language()).stream()
            // A code is explained here; its IRI leads to a list or to another's site.
            .map(v -> new Value(v.text(), Concepts.page(v.iri(), base)))
            .toList();
    String note =
        dataset
            .first(property)
            .flatMap(c -> labels.definition(c.iri(), m.language()))
            .filter(t -> t.in(m.language()))
            .map(Text::value)
            .orElse("");
    add(facts, m, key, values, note);
  }

  private List<Value> publishers(Described dataset, Language language) {
    return dataset.all(Terms.DCT + "publisher").stream()
        .map(
            p ->
                new Value(
                    p.text(language, Terms.name, Terms.title, Terms.label)
                        .orElseGet(() -> new Text(Labels.localName(p.iri()), "zxx")),
                    p.iri()))
        .toList();
  }

  private List<Value> contacts(Described dataset, Language language) {
    List<Value> values = new ArrayList<>();
    for (Described contact : dataset.all(Terms.DCAT + "contactPoint")) {
      contact
          .text(language, Terms.VCARD + "fn", Terms.VCARD + "organization-name")
          .ifPresent(name -> values.add(Value.of(name)));
      for (String property : List.of("hasEmail", "hasURL", "hasTelephone")) {
        contact
            .first(Terms.VCARD + property)
            .ifPresent(c -> values.add(new Value(new Text(bare(c.iri()), ""), c.iri())));
      }
    }
    return values;
  }

  private static String bare(String iri) {
    return iri.startsWith("mailto:") || iri.startsWith("tel:")
        ? iri.substring(iri.indexOf(':') + 1)
        : iri;
  }

  private List<Value> otherThemes(Described dataset, Language language) {
    return named(dataset, Terms.DCAT + "theme", language).stream()
        .filter(v -> !v.iri().startsWith(SERVICE_FIELDS))
        .toList();
  }

  private List<Value> periods(Described dataset, Messages m) {
    List<Value> values = new ArrayList<>();
    for (Described period : dataset.all(Terms.DCT + "temporal")) {
      String start = day(period.value(Terms.DCAT + "startDate"), m);
      String end = day(period.value(Terms.DCAT + "endDate"), m);
      if (!start.isEmpty() || !end.isEmpty()) {
        values.add(Value.plain(m.text("dataset.period.value", start, end)));
      }
    }
    return values;
  }

  private static List<Value> days(Described dataset, String property, Messages m) {
    return dataset.value(property).map(v -> day(Optional.of(v), m)).stream()
        .map(Value::plain)
        .toList();
  }

  private static String day(Optional<String> value, Messages m) {
    return value
        .map(
            v -> {
              try {
                return v.length() < 10 ? v : m.day(LocalDate.parse(v.substring(0, 10)));
              } catch (DateTimeParseException e) {
                return v;
              }
            })
        .orElse("");
  }

  /** Values by the names that the description gives them, else by ours, else by their IRI. */
  private List<Value> named(Described dataset, String property, Language language) {
    List<Value> values = new ArrayList<>();
    for (Described object : dataset.all(property)) {
      Optional<Text> own =
          object.text(language, Terms.label, Terms.prefLabel, Terms.title, Terms.description);
      Optional<Text> name = object.node().isLiteral() ? Optional.empty() : own;
      if (object.node().isLiteral()) {
        values.add(Value.of(Described.text(object.node())));
      } else if (object.iri().contains("/.well-known/genid/") || isPart(dataset, object)) {
        name.ifPresent(text -> values.add(Value.of(text)));
      } else {
        Text text =
            name.or(() -> labels.find(object.iri(), language))
                .orElseGet(() -> new Text(readable(object.iri()), "zxx"));
        values.add(new Value(text, object.iri()));
      }
    }
    return values;
  }

  /** A part of the description itself, which has no page of its own. */
  private static boolean isPart(Described dataset, Described object) {
    return object.iri().startsWith(dataset.iri() + "#");
  }

  private String readable(String iri) {
    return iri.startsWith(base) ? Labels.localName(iri) : iri;
  }
}
