package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/**
 * What a description says for which a package of CKAN has no field, under the keys that the DCAT
 * extension of CKAN uses; ours begin with "machinami_".
 */
final class Extras {
  private static final Map<String, String> SINGLE =
      Map.ofEntries(
          Map.entry("identifier", Terms.DCT + "identifier"),
          Map.entry("issued", Terms.DCT + "issued"),
          Map.entry("modified", Terms.DCT + "modified"),
          Map.entry("frequency", Terms.DCT + "accrualPeriodicity"),
          Map.entry("access_rights", Terms.DCT + "accessRights"),
          Map.entry("publisher_uri", Terms.DCT + "publisher"),
          Map.entry("contact_uri", Terms.DCAT + "contactPoint"),
          Map.entry("spatial_uri", Terms.DCT + "spatial"),
          Map.entry("machinami_sector", Terms.CITY + "sector"),
          Map.entry("machinami_access_plan", Terms.CITY + "accessPlan"),
          Map.entry("machinami_personal_data_stage", Terms.CITY + "personalDataStage"),
          Map.entry("machinami_synthetic", Terms.CITY + "synthetic"));

  private static final Map<String, String> LISTS =
      Map.of(
          "language", Terms.DCT + "language",
          "theme", Terms.DCAT + "theme",
          "conforms_to", Terms.DCT + "conformsTo",
          "source", Terms.PROV + "wasDerivedFrom",
          "alternate_identifier", "http://www.w3.org/ns/adms#identifier");

  private Extras() {}

  /** Sorted by key; the values are texts, lists are JSON in a text. */
  static ArrayNode of(Described dataset) {
    Map<String, String> found = new TreeMap<>();
    found.put("uri", dataset.iri());
    SINGLE.forEach(
        (key, property) -> dataset.first(property).ifPresent(v -> put(found, key, v.iri())));
    LISTS.forEach((key, property) -> list(found, key, dataset.all(property)));
    for (Described period : dataset.all(Terms.DCT + "temporal")) {
      period
          .value(Terms.DCAT + "startDate")
          .ifPresent(day -> found.putIfAbsent("temporal_start", day));
      period.value(Terms.DCAT + "endDate").ifPresent(day -> found.putIfAbsent("temporal_end", day));
    }
    dataset
        .first(Terms.DCT + "provenance")
        .flatMap(p -> p.text(Language.JA, Terms.label, Terms.description))
        .map(Text::value)
        .ifPresent(words -> put(found, "provenance", words));
    dataset
        .first(Terms.DCT + "publisher")
        .flatMap(p -> p.text(Language.JA, Terms.name))
        .map(Text::value)
        .ifPresent(name -> put(found, "publisher_name", name));
    ArrayNode extras = JsonNodeFactory.instance.arrayNode();
    found.forEach((key, value) -> extras.addObject().put("key", key).put("value", value));
    return extras;
  }

  private static void put(Map<String, String> found, String key, String value) {
    if (!value.isEmpty()) {
      found.put(key, value);
    }
  }

  private static void list(Map<String, String> found, String key, List<Described> values) {
    if (values.isEmpty()) {
      return;
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Described value : values) {
      String said = value.value(Terms.SKOS + "notation").orElseGet(value::iri);
      if (!said.isEmpty()) {
        list.add(said);
      }
    }
    found.put(key, list.toString());
  }
}
