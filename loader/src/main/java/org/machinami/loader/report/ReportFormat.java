package org.machinami.loader.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.loader.validation.Validation;

/** The forms of a report. */
public enum ReportFormat {
  /** For people. */
  TEXT("text", "text/plain"),
  /** A SHACL validation report. */
  TURTLE("turtle", "text/turtle"),
  /** The same as JSON-LD. */
  JSONLD("jsonld", "application/ld+json"),
  /** For scripts; docs/validation.md says what is in it. */
  JSON("json", "application/json"),
  /** Static Analysis Results Interchange Format 2.1.0. */
  SARIF("sarif", "application/sarif+json"),
  /** JUnit XML, which build servers show. */
  JUNIT("junit", "application/xml"),
  /** Workflow commands of GitHub, which become annotations. */
  GITHUB("github", "text/x-github");

  private final String id;
  private final String mediaType;

  ReportFormat(String id, String mediaType) {
    this.id = id;
    this.mediaType = mediaType;
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
    return switch (this) {
      case TEXT -> new TextReport(locale).write(validation);
      case TURTLE -> new ShaclReport(base).turtle(validation);
      case JSONLD -> new ShaclReport(base).jsonLd(validation);
      case JSON -> new JsonReport().write(validation);
      case SARIF -> new SarifReport(locale, base).write(validation);
      case JUNIT -> new JunitReport(locale).write(validation);
      case GITHUB -> new GithubReport(locale).write(validation);
    };
  }
}
