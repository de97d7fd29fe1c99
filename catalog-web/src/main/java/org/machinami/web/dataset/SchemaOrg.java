package org.machinami.web.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.machinami.store.search.Box;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;
import org.machinami.web.rows.TableView;

/**
 * A dataset in the words of schema.org, for search engines; made from the same description as the
 * page.
 *
 * @see <a href="https://developers.google.com/search/docs/appearance/structured-data/dataset">What
 *     Google Dataset Search reads</a>
 */
final class SchemaOrg {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_DESCRIPTION = 5_000;
  private static final int MOST_BOXES = 5;

  private final Labels labels;
  private final String base;

  SchemaOrg(Labels labels, String base) {
    this.labels = labels;
    this.base = base;
  }

  /** As text that can stand in a script element: nothing in it ends the element. */
  String of(
      String id,
      Described dataset,
      List<DistributionView> distributions,
      List<Box> extents,
      Optional<Preview> preview,
      long version,
      Language language) {
    ObjectNode json = JSON.createObjectNode();
    String page = base + "datasets/" + id;
    json.put("@context", "https://schema.org/");
    json.put("@type", "Dataset");
    json.put("@id", dataset.iri());
    json.put("url", page);
    text(json, "name", dataset.text(language, Terms.title));
    text(json, "alternateName", dataset.text(language.other(), Terms.title));
    text(json, "description", dataset.text(language, Terms.description));
    json.put("inLanguage", language.tag());
    array(json, "identifier", dataset.texts(Terms.DCT + "identifier"));
    array(json, "keywords", dataset.texts(language, Terms.DCAT + "keyword"));
    iri(json, "license", dataset.first(Terms.DCT + "license"));
    iri(json, "sameAs", dataset.first(Terms.DCT + "source"));
    json.put("version", Long.toString(version));
    dataset
        .first(Terms.CITY + "accessPlan")
        .ifPresent(p -> json.put("isAccessibleForFree", Labels.localName(p.iri()).equals("open")));
    agents(json, dataset, language);
    dataset.value(Terms.DCT + "issued").ifPresent(d -> json.put("datePublished", d));
    dataset.value(Terms.DCT + "modified").ifPresent(d -> json.put("dateModified", d));
    period(dataset).ifPresent(p -> json.put("temporalCoverage", p));
    places(json, dataset, extents, language);
    preview.ifPresent(p -> variables(json.putArray("variableMeasured"), p.table().heads()));
    ArrayNode files = json.putArray("distribution");
    distributions.stream()
        .filter(d -> !d.download().isEmpty())
        .forEach(d -> file(files.addObject(), d));
    ObjectNode catalogue = json.putObject("includedInDataCatalog");
    catalogue.put("@type", "DataCatalog");
    catalogue.put("name", "Machinami");
    catalogue.put("url", base);
    return embedded(json);
  }

  private static String embedded(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings and numbers are always JSON", e);
    }
  }

  private static void text(ObjectNode json, String name, Optional<Text> text) {
    text.map(Text::value)
        .map(v -> v.length() > MOST_DESCRIPTION ? v.substring(0, MOST_DESCRIPTION) : v)
        .ifPresent(v -> json.put(name, v));
  }

  private static void array(ObjectNode json, String name, List<Text> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = json.putArray(name);
      texts.forEach(t -> array.add(t.value()));
    }
  }

  private static void iri(ObjectNode json, String name, Optional<Described> resource) {
    resource.filter(r -> r.node().isURI()).ifPresent(r -> json.put(name, r.iri()));
  }

  private static void agents(ObjectNode json, Described dataset, Language language) {
    for (String role : List.of("creator", "publisher")) {
      ArrayNode agents = json.putArray(role);
      for (Described publisher : dataset.all(Terms.DCT + "publisher")) {
        ObjectNode agent = agents.addObject();
        agent.put("@type", "Organization");
        agent.put("@id", publisher.iri());
        text(agent, "name", publisher.text(language, Terms.name, Terms.title, Terms.label));
        iri(agent, "url", publisher.first(Terms.FOAF + "homepage"));
      }
    }
  }

  /** An ISO 8601 interval, ".." for an open end. */
  private static Optional<String> period(Described dataset) {
    return dataset
        .first(Terms.DCT + "temporal")
        .map(
            p ->
                p.value(Terms.DCAT + "startDate").orElse("..")
                    + "/"
                    + p.value(Terms.DCAT + "endDate").orElse(".."))
        .filter(p -> !p.equals("../.."));
  }

  /** By name, and as rectangles; a rectangle over the date line is not told. */
  private void places(ObjectNode json, Described dataset, List<Box> extents, Language language) {
    ArrayNode places = JSON.createArrayNode();
    for (Described place : dataset.all(Terms.DCT + "spatial")) {
      place
          .text(language, Terms.label, Terms.prefLabel)
          .or(() -> labels.find(place.iri(), language))
          .ifPresent(
              name -> {
                ObjectNode covered = places.addObject();
                covered.put("@type", "Place");
                covered.put("name", name.value());
              });
    }
    extents.stream()
        .filter(box -> !box.crossesDateLine())
        .limit(MOST_BOXES)
        .forEach(
            box -> {
              ObjectNode covered = places.addObject();
              covered.put("@type", "Place");
              covered.putObject("geo").put("@type", "GeoShape").put("box", corners(box));
            });
    if (!places.isEmpty()) {
      json.set("spatialCoverage", places);
    }
  }

  /**
   * South-west and north-east, each latitude before longitude.
   *
   * @see <a href="https://schema.org/box">schema:box</a>
   */
  private static String corners(Box box) {
    return DoubleStream.of(box.south(), box.west(), box.north(), box.east())
        .mapToObj(degrees -> BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(" "));
  }

  private static void variables(ArrayNode variables, List<TableView.Head> heads) {
    for (TableView.Head head : heads) {
      ObjectNode variable = variables.addObject();
      variable.put("@type", "PropertyValue");
      variable.put("name", head.label().value());
      variable.put("propertyID", head.column().property());
      text(variable, "description", head.explanation());
      text(variable, "unitText", head.unit());
    }
  }

  private static void file(ObjectNode file, DistributionView distribution) {
    file.put("@type", "DataDownload");
    file.put("name", distribution.title().value());
    file.put("contentUrl", distribution.download());
    if (!distribution.badge().isEmpty()) {
      file.put("encodingFormat", distribution.badge());
    }
    distribution.bytes().ifPresent(b -> file.put("contentSize", b + " B"));
    if (!distribution.sha256().isEmpty()) {
      file.put("sha256", distribution.sha256());
    }
  }
}
