package org.machinami.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/**
 * A form in which an answer can be given.
 *
 * @param name short name, as in {@code ?format=json}
 * @param mediaType as in {@code Accept} and {@code Content-Type}
 * @param lang Jena's name for it
 */
record AnswerFormat(String name, String mediaType, Lang lang) {
  /** For SELECT and ASK, the preferred one first. */
  static final List<AnswerFormat> ROWS =
      List.of(
          new AnswerFormat("json", "application/sparql-results+json", ResultSetLang.RS_JSON),
          new AnswerFormat("xml", "application/sparql-results+xml", ResultSetLang.RS_XML),
          new AnswerFormat("csv", "text/csv", ResultSetLang.RS_CSV),
          new AnswerFormat("tsv", "text/tab-separated-values", ResultSetLang.RS_TSV),
          new AnswerFormat("json", "application/json", ResultSetLang.RS_JSON),
          new AnswerFormat("xml", "application/xml", ResultSetLang.RS_XML));

  /** For CONSTRUCT, DESCRIBE and the service description, the preferred one first. */
  static final List<AnswerFormat> TRIPLES =
      List.of(
          new AnswerFormat("ttl", "text/turtle", Lang.TURTLE),
          new AnswerFormat("jsonld", "application/ld+json", Lang.JSONLD),
          new AnswerFormat("nt", "application/n-triples", Lang.NTRIPLES),
          new AnswerFormat("rdf", "application/rdf+xml", Lang.RDFXML),
          new AnswerFormat("json", "application/json", Lang.JSONLD),
          new AnswerFormat("xml", "application/xml", Lang.RDFXML));

  /** The value of {@code Content-Type}. */
  String contentType() {
    return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
  }

  /**
   * Chooses by what the request accepts.
   *
   * @param format the request's {@code format} parameter, which goes before {@code Accept}
   * @throws Problem NOT_ACCEPTABLE when nothing fits
   */
  static AnswerFormat choose(
      List<AnswerFormat> formats, Optional<String> format, Optional<String> accept) {
    if (format.isPresent()) {
      String wanted = format.get().toLowerCase(Locale.ROOT);
      return formats.stream()
          .filter(each -> each.name().equals(wanted) || each.mediaType().equals(wanted))
          .findFirst()
          .orElseThrow(() -> notAcceptable(wanted, formats));
    }
    if (accept.isEmpty() || accept.get().isBlank() || accept.get().equals("*/*")) {
      return formats.get(0);
    }
    AnswerFormat best = null;
    double bestQuality = 0;
    for (AnswerFormat each : formats) {
      double quality = quality(accept.get(), each.mediaType());
      if (quality > bestQuality) {
        best = each;
        bestQuality = quality;
      }
    }
    if (best == null) {
      throw notAcceptable(accept.get(), formats);
    }
    return best;
  }

  /** The quality that an {@code Accept} header gives a media type; 0 when it does not. */
  private static double quality(String accept, String mediaType) {
    double quality = 0;
    int bestMatch = 0;
    for (String part : accept.split(",", -1)) {
      String[] pieces = part.trim().split(";", -1);
      String range = pieces[0].trim().toLowerCase(Locale.ROOT);
      int match = match(range, mediaType);
      if (match > bestMatch) {
        bestMatch = match;
        quality = quality(pieces);
      }
    }
    return quality;
  }

  private static int match(String range, String mediaType) {
    if (range.equals(mediaType)) {
      return 3;
    }
    if (range.endsWith("/*") && mediaType.startsWith(range.substring(0, range.length() - 1))) {
      return 2;
    }
    return range.equals("*/*") ? 1 : 0;
  }

  private static double quality(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      String piece = pieces[i].trim();
      if (piece.startsWith("q=")) {
        try {
          return Double.parseDouble(piece.substring(2));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }

  private static Problem notAcceptable(String wanted, List<AnswerFormat> formats) {
    String known =
        String.join(", ", formats.stream().map(AnswerFormat::mediaType).distinct().toList());
    return new Problem(Problem.Kind.NOT_ACCEPTABLE, wanted, known);
  }
}
