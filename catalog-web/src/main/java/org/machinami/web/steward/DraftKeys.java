package org.machinami.web.steward;

import java.util.UUID;

/** What tells one showing of a form from all others. */
final class DraftKeys {
  private DraftKeys() {}

  static String random() {
    return UUID.randomUUID().toString();
  }

  static boolean isOne(String text) {
    return text.matches("[0-9a-f-]{36}");
  }
}
