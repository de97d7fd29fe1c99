package org.machinami.loader.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.loader.validation.Validation;

/** The forms of a report. */
public enum ReportFormat {
  /** For people. */
  TEXT("text", "text/plain", (v, locale, base) -> new TextReport(locale).write(v)),
  /** A SHACL validation report. */
  TURTLE("turtle", "text/turtle", (v, locale, base) -> new ShaclReport(base).turtle(v)),
  /** The same as JSON-LD. */
  JSONLD("jsonld", "application/ld+json", (v, locale, base) -> new ShaclReport(base).jsonLd(v)),
  /** For scripts; docs/validation.md says what is in it. */
  JSON("json", "application/json", (v, locale, base) -> new JsonReport().write(v)),
  /** Static Analysis Results Interchange Format 2.1.0. */
  SARIF(
      "sarif",
      "application/sarif+json",
      (v, locale, base) -> new SarifReport(locale, base).write(v)),
  /** JUnit XML, which build servers show. */
  JUNIT("junit", "application/xml", (v, locale, base) -> new JunitReport(locale).write(v)),
  /** Workflow commands of GitHub, which become annotations. */
  GITHUB("github", "text/x-github", (v, locale, base) -> new GithubReport(locale).write(v));

  @FunctionalInterface
  private interface Writer {
    String write(Validation validation, Locale locale, String base);
  }

  private final String id;
  private final String mediaType;
  private final Writer writer;

  ReportFormat(String id, String mediaType, Writer writer) {
    this.id = id;
    this.mediaType = mediaType;
    this.writer = writer;
  }

  public static Optional<ReportFormat> find(String id) {
    return Stream.of(values()).filter(format -> format.id.equals(id)).findFirst();
  }

  public String id() {
    return id;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * The report.
   *
   * @param locale of the texts where a form has one language
   * @param base of the catalogue whose policy it is; ends in "/"
   */
  public String write(Validation validation, Locale locale, String base) {
    return writer.write(validation, locale, base);
  }
}
