package org.machinami.web.request;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody has typed into the form, cleaned, right or wrong.
 *
 * @param wanted which data, one line
 * @param purpose what they are needed for
 * @param field id of a service field, empty for none
 * @param municipality code, empty for none
 * @param about id of the dataset that it is about, empty for none
 * @param contact for the operator only; empty for none
 */
public record RequestDraft(
    String wanted,
    String purpose,
    String field,
    String municipality,
    String about,
    String contact) {
  static final String WANTED = "wanted";
  static final String PURPOSE = "purpose";
  static final String FIELD = "field";
  static final String MUNICIPALITY = "municipality";
  static final String ABOUT = "dataset";
  static final String CONTACT = "contact";

  static final int LEAST_WANTED = 5;
  static final int MOST_WANTED = 120;
  static final int LEAST_PURPOSE = 10;
  static final int MOST_PURPOSE = 2_000;
  static final int MOST_CONTACT = 200;

  public RequestDraft {
    wanted = Typed.line(wanted);
    purpose = Typed.lines(purpose);
    contact = Typed.line(contact);
  }

  /** Message keys of what is wrong, by the name of the field, in the order of the form. */
  Map<String, String> mistakes() {
    Map<String, String> mistakes = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      mistakes.put(WANTED, "request.mistake.wanted-empty");
    } else if (length(wanted) < LEAST_WANTED) {
      mistakes.put(WANTED, "request.mistake.wanted-short");
    } else if (length(wanted) > MOST_WANTED) {
      mistakes.put(WANTED, "request.mistake.wanted-long");
    }
    if (purpose.isEmpty()) {
      mistakes.put(PURPOSE, "request.mistake.purpose-empty");
    } else if (length(purpose) < LEAST_PURPOSE) {
      mistakes.put(PURPOSE, "request.mistake.purpose-short");
    } else if (length(purpose) > MOST_PURPOSE) {
      mistakes.put(PURPOSE, "request.mistake.purpose-long");
    }
    if (length(contact) > MOST_CONTACT) {
      mistakes.put(CONTACT, "request.mistake.contact-long");
    }
    return mistakes;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
