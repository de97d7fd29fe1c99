package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** From access plan, access rights and policies to words. */
final class AccessViews {
  private final Labels labels;
  private final String base;

  AccessViews(Labels labels, String base) {
    this.labels = labels;
    this.base = base;
  }

  AccessView of(Described dataset, Language language) {
    PolicyWords words = new PolicyWords(labels, language);
    List<AccessView.Policy> policies = new ArrayList<>();
    dataset.all(PolicyWords.HAS_POLICY).forEach(p -> policies.add(words.of(Optional.empty(), p)));
    for (Described distribution : dataset.all(Terms.DCAT + "distribution")) {
      Text title =
          distribution
              .text(language, Terms.title)
              .orElseGet(() -> new Text(Labels.localName(distribution.iri()), "zxx"));
      distribution
          .all(PolicyWords.HAS_POLICY)
          .forEach(p -> policies.add(words.of(Optional.of(title), p)));
    }
    return new AccessView(
        explained(dataset, Terms.CITY + "accessPlan", language),
        explained(dataset, Terms.DCT + "accessRights", language),
        policies);
  }

  private Optional<AccessView.Explained> explained(
      Described dataset, String property, Language language) {
    return dataset
        .first(property)
        .map(
            concept -> {
              Text name =
                  Stream.of(
                          labels.find(concept.iri(), language), concept.text(language, Terms.label))
                      .flatMap(Optional::stream)
                      .findFirst()
                      .orElseGet(() -> new Text(concept.iri(), "zxx"));
              return new AccessView.Explained(
                  new Value(name, Concepts.page(concept.iri(), base)),
                  labels.definition(concept.iri(), language).filter(t -> t.in(language)));
            });
  }
}
