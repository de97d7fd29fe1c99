package org.machinami.web.steward.form;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser posts of a form in which nobody typed: lines end in CR LF. */
final class Browser {
  private Browser() {}

  static Map<String, String> post(FilledForm form) {
    Map<String, String> posted = new LinkedHashMap<>();
    thing(form.dataset(), posted);
    posted.put(DescriptionForm.END, "1");
    return posted;
  }

  private static void thing(FilledThing thing, Map<String, String> posted) {
    if (!thing.path().equals(DescriptionForm.ROOT)) {
      posted.put(thing.path(), "1");
    }
    thing.fields().forEach(field -> field(field, posted));
  }

  private static void field(FilledField field, Map<String, String> posted) {
    field
        .boxes()
        .forEach(
            box -> {
              posted.put(box.name(), sent(box.text()));
              if (field.field().control().hasLanguage() && field.slots().contains(box)) {
                posted.put(box.name() + ".tag", box.tag());
              }
            });
    field.things().forEach(thing -> thing(thing, posted));
    if (field.hasRegistered()) {
      posted.put(field.name() + ".registered", "");
    }
  }

  private static String sent(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
  }
}
