package org.machinami.web.monitor.whatif;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.machinami.loader.policy.WhatIfFile;
import org.machinami.loader.policy.WhatIfReport;
import org.machinami.ontology.City;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.web.monitor.CsvLine;

/** A report for programs: every dataset whose verdict changes, one after the other. */
final class WhatIfExport {
  private static final String SHACL = "http://www.w3.org/ns/shacl#";
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String DCTERMS = "http://purl.org/dc/terms/";
  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private final Iris iris;
  private final NamedGraphs graphs;

  WhatIfExport(Path file, String base) {
    this.file = file;
    this.iris = new Iris(base);
    this.graphs = new NamedGraphs(base);
  }

  /** A row for each rule that finds something under the draft only, or no more. */
  StreamingOutput csv() {
    return out -> {
      Map<String, WhatIfFile.Rule> rules = WhatIfFile.figures(file).rules();
      try (Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          WhatIfFile.Changed changed = WhatIfFile.changed(file)) {
        lines.write(
            CsvLine.of(
                List.of(
                    "dataset",
                    "publisher",
                    "sector",
                    "before",
                    "after",
                    "finding",
                    "clause",
                    "rule",
                    "times",
                    "property",
                    "value")));
        while (changed.hasNext()) {
          WhatIfReport.Judged one = changed.next();
          for (WhatIfReport.Found found : one.gained()) {
            lines.write(line(one, found.refuses() ? "refused" : "warned", found, rules));
          }
          for (WhatIfReport.Found found : one.lost()) {
            lines.write(line(one, "lost", found, rules));
          }
        }
      }
    };
  }

  private String line(
      WhatIfReport.Judged one,
      String finding,
      WhatIfReport.Found found,
      Map<String, WhatIfFile.Rule> rules) {
    WhatIfFile.Rule rule = rules.get(found.shape());
    return CsvLine.of(
        List.of(
            iris.dataset(one.id()),
            one.publisher(),
            one.sector(),
            one.before().id(),
            one.after().id(),
            finding,
            rule == null ? "" : rule.clause(),
            found.shape(),
            Integer.toString(found.times()),
            found.property(),
            found.value()));
  }

  /**
   * The verdicts that the datasets would have, each with the one that it would take the place of.
   *
   * @param report IRI of the report
   */
  StreamingOutput jsonLd(String report) {
    return out -> {
      WhatIfFile.Figures figures = WhatIfFile.figures(file);
      try (JsonGenerator json = JSON.createGenerator(out);
          WhatIfFile.Changed changed = WhatIfFile.changed(file)) {
        json.writeStartObject();
        context(json);
        json.writeArrayFieldStart("@graph");
        head(json, report, figures);
        while (changed.hasNext()) {
          verdict(json, report, figures, changed.next());
        }
        json.writeEndArray();
        json.writeEndObject();
      }
    };
  }

  private void context(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("@context");
    json.writeStringField("city", City.NS);
    json.writeStringField("sh", SHACL);
    json.writeStringField("prov", PROV);
    json.writeStringField("dct", DCTERMS);
    json.writeEndObject();
  }

  private void head(JsonGenerator json, String report, WhatIfFile.Figures figures)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("@id", report);
    json.writeStringField("@type", "prov:Collection");
    reference(json, "prov:wasDerivedFrom", iris.policy(figures.draft()));
    json.writeNumberField("dct:extent", figures.changed());
    json.writeEndObject();
  }

  private void verdict(
      JsonGenerator json, String report, WhatIfFile.Figures figures, WhatIfReport.Judged one)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("@id", report + "#" + one.id());
    json.writeStringField("@type", "city:Verdict");
    reference(json, "dct:isPartOf", report);
    reference(json, "city:verdictOn", iris.dataset(one.id()));
    reference(json, "city:policy", iris.policy(figures.draft()));
    reference(json, "city:outcome", one.after().iri());
    reference(json, "prov:wasRevisionOf", graphs.verdict(one.id()) + "#verdict");
    if (!one.publisher().isEmpty()) {
      reference(json, "dct:publisher", one.publisher());
    }
    if (!one.sector().isEmpty()) {
      reference(json, "city:sector", one.sector());
    }
    json.writeArrayFieldStart("sh:result");
    for (WhatIfReport.Found found : one.gained()) {
      result(json, figures, found);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void result(JsonGenerator json, WhatIfFile.Figures figures, WhatIfReport.Found found)
      throws IOException {
    WhatIfFile.Rule rule = figures.rules().get(found.shape());
    json.writeStartObject();
    json.writeStringField("@type", "sh:ValidationResult");
    reference(json, "sh:sourceShape", found.shape());
    reference(json, "sh:resultSeverity", SHACL + (found.refuses() ? "Violation" : "Warning"));
    if (rule != null && !rule.clause().isEmpty()) {
      reference(json, "city:clause", iris.clause(figures.draft(), rule.clause()));
    }
    if (!found.property().isEmpty()) {
      json.writeStringField("city:faultyProperty", found.property());
    }
    if (!found.value().isEmpty()) {
      json.writeStringField("city:faultyValue", found.value());
    }
    json.writeEndObject();
  }

  private static void reference(JsonGenerator json, String property, String iri)
      throws IOException {
    json.writeObjectFieldStart(property);
    json.writeStringField("@id", iri);
    json.writeEndObject();
  }
}
