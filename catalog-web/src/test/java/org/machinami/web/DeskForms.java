package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the forms of pages, as a browser would send it. */
final class DeskForms {
  private DeskForms() {}

  /** All fields of the form of a description, to be changed. */
  static Map<String, String> fields(String page) {
    String form =
        page.substring(page.indexOf("id=\"description-form\""), page.indexOf("name=\"end\""));
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = Pattern.compile("<input[^>]*>").matcher(form);
    while (input.find()) {
      value(input.group(), "name")
          .ifPresent(n -> fields.put(n, value(input.group(), "value").orElse("")));
    }
    Matcher area =
        Pattern.compile("(?s)<textarea[^>]*name=\"([^\"]+)\"[^>]*>\n?(.*?)</textarea>")
            .matcher(form);
    while (area.find()) {
      fields.put(area.group(1), unescaped(area.group(2)));
    }
    Matcher select =
        Pattern.compile("(?s)<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>").matcher(form);
    while (select.find()) {
      Matcher chosen = Pattern.compile("<option[^>]*selected[^>]*>").matcher(select.group(2));
      fields.put(select.group(1), chosen.find() ? value(chosen.group(), "value").orElse("") : "");
    }
    fields.put("end", "1");
    return fields;
  }

  private static Optional<String> value(String tag, String attribute) {
    Matcher found = Pattern.compile(" " + attribute + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? Optional.of(unescaped(found.group(1))) : Optional.empty();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** The text in a field of several lines. */
  static String textarea(String page, String name) {
    Matcher text =
        Pattern.compile("(?s)<textarea[^>]*name=\"" + name + "\"[^>]*>\n?(.*?)</textarea>")
            .matcher(page);
    assertTrue(text.find(), page);
    return unescaped(text.group(1));
  }
}
