package org.machinami.web.request;

import java.util.List;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/** The service fields and municipalities that a request can name. Immutable. */
final class RequestChoices {
  private final Labels labels;
  private final String municipalityPrefix;
  private final List<String> fields;
  private final List<String> municipalities;

  /** A value with what it is called. */
  record Choice(String id, Text name) {}

  /**
   * @param fields ids of the service fields in their order
   */
  RequestChoices(Labels labels, String base, List<String> fields) {
    this.labels = labels;
    this.municipalityPrefix = base + "id/municipality/";
    this.fields = List.copyOf(fields);
    this.municipalities =
        labels.named(municipalityPrefix).stream()
            .map(iri -> iri.substring(municipalityPrefix.length()))
            .toList();
  }

  boolean hasField(String id) {
    return fields.contains(id);
  }

  boolean hasMunicipality(String code) {
    return municipalities.contains(code);
  }

  List<Choice> fields(Language language) {
    return fields.stream().map(id -> new Choice(id, field(id, language))).toList();
  }

  List<Choice> municipalities(Language language) {
    return municipalities.stream()
        .map(code -> new Choice(code, municipality(code, language)))
        .toList();
  }

  Text field(String id, Language language) {
    return labels.concept("service-field", id, language);
  }

  Text municipality(String code, Language language) {
    return labels.find(municipalityPrefix + code, language).orElseGet(() -> new Text(code, "zxx"));
  }
}
