package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.List;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * A string template: fixed text with references in braces; a backslash keeps a brace or backslash
 * literal.
 *
 * @param parts fixed texts and references, in order
 * @see <a href="https://www.w3.org/TR/r2rml/#from-template">R2RML, section 7.3</a>
 */
record Template(List<Part> parts) {

  /** A piece of fixed text, or a reference. */
  record Part(String text, boolean reference) {}

  Template {
    parts = List.copyOf(parts);
  }

  static Template parse(String template) {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '\\' && i + 1 < template.length() && "{}\\".indexOf(template.charAt(i + 1)) >= 0) {
        text.append(template.charAt(++i));
      } else if ((c == '{' && !inside) || (c == '}' && inside)) {
        if (!text.isEmpty()) {
          parts.add(new Part(text.toString(), inside));
        } else if (inside) {
          throw new LoadException(Fault.FOLDER, "mapping.template", template);
        }
        text.setLength(0);
        inside = !inside;
      } else if (c == '{' || c == '}') {
        throw new LoadException(Fault.FOLDER, "mapping.template", template);
      } else {
        text.append(c);
      }
    }
    if (inside) {
      throw new LoadException(Fault.FOLDER, "mapping.template", template);
    }
    if (!text.isEmpty()) {
      parts.add(new Part(text.toString(), false));
    }
    return new Template(parts);
  }

  List<String> references() {
    return parts.stream().filter(Part::reference).map(Part::text).toList();
  }
}
