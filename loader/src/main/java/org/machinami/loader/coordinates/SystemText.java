package org.machinami.loader.coordinates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reference system as a {@code .prj} file describes it: well-known text in the manner of OGC, of
 * ESRI, or of ISO 19162.
 *
 * @see <a href="https://docs.ogc.org/is/18-010r7/18-010r7.html">Well-known text representation of
 *     coordinate reference systems</a>
 */
public final class SystemText {

  private static final int DEEPEST = 30;

  /** Datums that are taken as one: a name folds to one of these, or begins with it. */
  private static final List<String> DATUMS =
      List.of(
          "JGD2000",
          "JGD2011",
          "WGS84",
          "WGS1984",
          "JAPANESEGEODETICDATUM2000",
          "JAPANESEGEODETICDATUM2011",
          "WORLDGEODETICSYSTEM1984");

  /** A word with what stands in its brackets: texts, numbers and words. */
  private record Element(String word, List<Object> parts) {

    Optional<Element> find(String... words) {
      return parts.stream()
          .filter(Element.class::isInstance)
          .map(Element.class::cast)
          .filter(element -> List.of(words).contains(element.word))
          .findFirst();
    }

    String name() {
      return parts.isEmpty() || !(parts.get(0) instanceof String text) ? "" : text;
    }

    double number(int place) {
      try {
        return place < parts.size() ? Double.parseDouble(parts.get(place).toString()) : Double.NaN;
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }
  }

  private final String text;
  private int at;

  private SystemText(String text) {
    this.text = text;
  }

  /** The system, if it is one that is known here. */
  public static Optional<ReferenceSystem> find(String text) {
    return new SystemText(text).element(0).flatMap(SystemText::system);
  }

  /** What the text calls its system, for messages. */
  public static String name(String text) {
    String name = new SystemText(text).element(0).map(Element::name).orElse("");
    return name.isEmpty() ? text.strip().substring(0, Math.min(80, text.strip().length())) : name;
  }

  private static Optional<ReferenceSystem> system(Element top) {
    return switch (top.word) {
      case "COMPD_CS", "COMPOUNDCRS" ->
          top.find("PROJCS", "GEOGCS", "PROJCRS", "GEOGCRS", "GEODCRS").flatMap(SystemText::system);
      case "GEOGCS", "GEOGCRS", "GEODCRS" ->
          isKnownDatum(top) ? Optional.of(ReferenceSystem.CRS84) : Optional.empty();
      case "PROJCS" -> projected(top, top.find("GEOGCS"), top);
      case "PROJCRS" ->
          top.find("CONVERSION")
              .flatMap(plan -> projected(top, top.find("BASEGEOGCRS", "BASEGEODCRS"), plan));
      default -> Optional.empty();
    };
  }

  private static boolean isKnownDatum(Element geographic) {
    Optional<Element> datum = geographic.find("DATUM", "ENSEMBLE");
    return DATUMS.stream()
        .anyMatch(
            known ->
                folded(geographic.name()).startsWith(known)
                    || datum.filter(d -> folded(d.name()).startsWith(known)).isPresent());
  }

  private static String folded(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return plain.startsWith("GCS") || (plain.startsWith("D") && !plain.startsWith("DATUM"))
        ? plain.replaceFirst("^(GCS|D)", "")
        : plain;
  }

  private static Optional<ReferenceSystem> projected(
      Element top, Optional<Element> geographic, Element parameters) {
    String method = folded(parameters.find("PROJECTION", "METHOD").map(Element::name).orElse(""));
    double unit = top.find("UNIT", "LENGTHUNIT").map(element -> element.number(1)).orElse(1.0);
    if (geographic.filter(SystemText::isKnownDatum).isEmpty() || unit != 1) {
      return Optional.empty();
    }
    if (method.startsWith("MERCATORAUXILIARYSPHERE")
        || method.startsWith("POPULARVISUALISATIONPSEUDOMERCATOR")) {
      return ReferenceSystem.find("3857");
    }
    if (!method.equals("TRANSVERSEMERCATOR") && !method.equals("GAUSSKRUGER")) {
      return Optional.empty();
    }
    return ReferenceSystem.of(
        parameter(parameters, "LATITUDEOFORIGIN", "LATITUDEOFNATURALORIGIN"),
        parameter(parameters, "CENTRALMERIDIAN", "LONGITUDEOFNATURALORIGIN"),
        parameter(parameters, "SCALEFACTOR", "SCALEFACTORATNATURALORIGIN"),
        parameter(parameters, "FALSEEASTING", "FALSEEASTING"),
        parameter(parameters, "FALSENORTHING", "FALSENORTHING"));
  }

  private static double parameter(Element element, String first, String second) {
    for (Object part : element.parts) {
      if (part instanceof Element parameter && parameter.word.equals("PARAMETER")) {
        String name = parameter.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (name.equals(first) || name.equals(second)) {
          return parameter.number(1);
        }
      }
    }
    return Double.NaN;
  }

  private Optional<Element> element(int depth) {
    skip();
    int start = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || is('_'))) {
      at++;
    }
    String word = text.substring(start, at).toUpperCase(Locale.ROOT);
    skip();
    if (word.isEmpty() || depth > DEEPEST || !(is('[') || is('('))) {
      return Optional.empty();
    }
    at++;
    List<Object> parts = new ArrayList<>();
    while (at < text.length()) {
      skip();
      if (is(']') || is(')')) {
        at++;
        return Optional.of(new Element(word, parts));
      }
      if (is(',')) {
        at++;
      } else if (!part(parts, depth)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean part(List<Object> parts, int depth) {
    if (is('"')) {
      int end = text.indexOf('"', at + 1);
      if (end < 0) {
        return false;
      }
      parts.add(text.substring(at + 1, end));
      at = end + 1;
      return true;
    }
    int start = at;
    while (at < text.length() && ",[]()".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (is('[') || is('(')) {
      at = start;
      Optional<Element> element = element(depth + 1);
      element.ifPresent(parts::add);
      return element.isPresent();
    }
    parts.add(text.substring(start, at).strip());
    return at > start;
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void skip() {
    while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || is('\uFEFF'))) {
      at++;
    }
  }
}
