package org.machinami.web.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.report.Shown;
import org.machinami.loader.validation.Entry;
import org.machinami.loader.validation.Judgement;
import org.machinami.loader.validation.Validation;
import org.machinami.ontology.Iris;
import org.machinami.shapes.Repair;
import org.machinami.shapes.Severity;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;

/** From what was found to the page. Thread-safe. */
final class ValidateViews {
  private static final int DATASETS = 50;
  private static final int ITEMS = 100;
  private static final int FIRST = 3;

  private final Iris iris;
  private final int mostBytes;

  ValidateViews(String base, int mostBytes) {
    this.iris = new Iris(base);
    this.mostBytes = mostBytes;
  }

  /** The form without results. */
  ValidateView form(Typed typed, Optional<String> notice, Language language) {
    return view(typed, notice, List.of(), 0, language);
  }

  ValidateView results(Typed typed, Validation validation, Language language) {
    List<ValidateView.Result> results = new ArrayList<>();
    for (Judgement judgement : validation.judgements()) {
      if (results.size() < DATASETS) {
        results.add(result(judgement, results.size() + 1, validation.policy(), language));
      }
    }
    int more = validation.judgements().size() - results.size();
    return view(typed, Optional.empty(), results, more, language);
  }

  private ValidateView view(
      Typed typed,
      Optional<String> notice,
      List<ValidateView.Result> results,
      int more,
      Language language) {
    return new ValidateView(
        description(),
        typed,
        notice,
        results,
        more,
        Messages.in(language).size(mostBytes),
        iris.base() + "validate");
  }

  /** The service, as a data service of the catalogue. */
  private Graph description() {
    Graph graph = GraphFactory.createDefaultGraph();
    Node service = NodeFactory.createURI(iris.base() + "validate");
    graph.add(service, RDF.type.asNode(), DCAT.DataService.asNode());
    graph.add(service, DCAT.endpointURL.asNode(), service);
    for (Language language : Language.values()) {
      Messages m = Messages.in(language);
      graph.add(
          service,
          DCTerms.title.asNode(),
          NodeFactory.createLiteralLang(m.text("validate.title"), language.tag()));
      graph.add(
          service,
          DCTerms.description.asNode(),
          NodeFactory.createLiteralLang(m.text("validate.lead"), language.tag()));
    }
    return graph;
  }

  private ValidateView.Result result(
      Judgement judgement, int number, String policy, Language language) {
    Locale locale = language.locale();
    List<ValidateView.Item> all = new ArrayList<>();
    List<ValidateView.Group> groups = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<ValidateView.Item> items = new ArrayList<>();
      for (Entry entry : judgement.with(severity)) {
        if (all.size() < ITEMS) {
          String id = "finding-" + number + "-" + (all.size() + 1);
          ValidateView.Item item = item(entry, id, policy, locale);
          items.add(item);
          all.add(item);
        }
      }
      if (!items.isEmpty()) {
        groups.add(new ValidateView.Group(severity.name().toLowerCase(Locale.ROOT), items));
      }
    }
    int listed = judgement.violations() + judgement.warnings();
    return new ValidateView.Result(
        "result-" + number,
        judgement.name(),
        judgement.iri().orElse(""),
        judgement.outcome().id(),
        judgement.violations(),
        judgement.warnings(),
        judgement.isOfFileAlone(),
        judgement.standards().stream().map(name -> name.text(locale)).toList(),
        judgement.quality().map(quality -> quality.level()),
        all.size() > FIRST ? all.subList(0, FIRST) : List.of(),
        groups,
        Math.max(0, listed - all.size()));
  }

  private ValidateView.Item item(Entry entry, String id, String policy, Locale locale) {
    List<String> removes = new ArrayList<>();
    List<String> adds = new ArrayList<>();
    entry.repair().ifPresent(repair -> changes(repair, locale, removes, adds));
    return new ValidateView.Item(
        id,
        entry.rule(),
        entry.message().text(locale),
        entry.thing(),
        entry.path().orElse(""),
        entry.at().map(at -> Shown.place(at, locale)).orElse(""),
        entry.value().map(value -> Shown.value(value, locale)).orElse(""),
        entry.expected().map(words -> words.text(locale)).orElse(""),
        entry.clause().orElse(""),
        entry
            .clause()
            .map(clause -> iris.clause(policy, clause).substring(iris.base().length()))
            .orElse(""),
        entry.repair().map(repair -> repair.kind().label(locale)).orElse(""),
        removes,
        adds,
        entry.update().orElse(""));
  }

  private static void changes(
      Repair repair, Locale locale, List<String> removes, List<String> adds) {
    Shown.difference(repair, locale)
        .lines()
        .forEach(line -> (line.startsWith("-") ? removes : adds).add(line.substring(2)));
  }
}
