package org.machinami.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** A {@link Problem} as {@code application/problem+json}, in the language of the caller. */
final class ProblemDocument {
  static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://machinami.org/problems/";
  private static final String BUNDLE = "org.machinami.query.problems";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProblemDocument() {}

  /**
   * The document's bytes.
   *
   * @param locales what the caller reads, the preferred first
   */
  static byte[] bytes(Problem problem, List<Locale> locales) {
    ResourceBundle texts = texts(locales);
    String key = problem.kind().slug();
    Object[] particulars =
        problem.particulars().stream()
            .map(each -> each instanceof Number ? each : clip(String.valueOf(each)))
            .toArray();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", TYPES + key);
    document.put("title", texts.getString(key + ".title"));
    document.put("status", problem.kind().status());
    document.put(
        "detail",
        new MessageFormat(texts.getString(key + ".detail"), texts.getLocale()).format(particulars));
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Japanese or English, whichever the caller prefers. */
  static ResourceBundle texts(List<Locale> locales) {
    for (Locale each : locales) {
      if (each.getLanguage().equals("ja") || each.getLanguage().equals("en")) {
        return bundle(each.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ROOT);
      }
    }
    return bundle(Locale.ROOT);
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static String clip(String text) {
    return text.length() <= 500 ? text : text.substring(0, 500) + "...";
  }
}
