package org.machinami.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.machinami.store.search.Formats;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/** The distributions of a description, without the data as linked data, which pages offer. */
public final class Distributions {
  private final Labels labels;

  public Distributions(Labels labels) {
    this.labels = labels;
  }

  public List<DistributionView> of(Described dataset, Language language) {
    List<DistributionView> views = new ArrayList<>();
    for (Described distribution : dataset.all(Terms.DCAT + "distribution")) {
      String download =
          distribution.first(Terms.DCAT + "downloadURL").map(Described::iri).orElse("");
      if (!download.startsWith(dataset.iri() + "/data")) {
        views.add(view(dataset, distribution, download, language));
      }
    }
    return views;
  }

  private DistributionView view(
      Described dataset, Described distribution, String download, Language language) {
    Optional<String> said =
        distribution
            .first(Terms.DCAT + "mediaType")
            .or(() -> distribution.first(Terms.DCT + "format"))
            .map(Described::iri);
    String access = distribution.first(Terms.DCAT + "accessURL").map(Described::iri).orElse("");
    return new DistributionView(
        Labels.localName(distribution.iri()),
        distribution
            .text(language, Terms.title)
            .or(() -> distribution.text(language, Terms.description))
            .orElseGet(() -> new Text(Labels.localName(distribution.iri()), "zxx")),
        said.flatMap(f -> labels.find(f, language)).orElse(new Text("", "")),
        said.map(f -> DatasetViews.badge(Formats.name(f))).orElse(""),
        bytes(distribution),
        distribution
            .first(Terms.SPDX + "checksum")
            .flatMap(c -> c.value(Terms.SPDX + "checksumValue"))
            .filter(v -> v.matches("[0-9a-fA-F]{64}"))
            .orElse(""),
        download,
        access.equals(download) || access.equals(dataset.iri()) ? "" : access,
        distribution
            .first(Terms.DCT + "license")
            .map(l -> labels.of(l.iri(), language))
            .orElse(new Text("", "")),
        distribution
            .text(language, Terms.description)
            .filter(t -> distribution.text(language, Terms.title).isPresent())
            .orElse(new Text("", "")),
        Optional.empty());
  }

  private static OptionalLong bytes(Described distribution) {
    try {
      return distribution
          .value(Terms.DCAT + "byteSize")
          .map(v -> OptionalLong.of(new java.math.BigDecimal(v).longValue()))
          .orElse(OptionalLong.empty());
    } catch (NumberFormatException e) {
      return OptionalLong.empty(); // harvested descriptions hold anything
    }
  }
}
