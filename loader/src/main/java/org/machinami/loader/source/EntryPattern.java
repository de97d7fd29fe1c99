package org.machinami.loader.source;

import java.util.regex.Pattern;

/**
 * A glob over names of entries, as a regular expression: {@code *} stays within a folder, {@code
 * **} does not. A name out of an archive is no path of this machine and is not made one to be
 * compared.
 */
final class EntryPattern {

  private EntryPattern() {}

  static Pattern of(String glob) {
    StringBuilder pattern = new StringBuilder();
    for (int at = 0; at < glob.length(); at++) {
      char c = glob.charAt(at);
      if (glob.startsWith("**/", at)) {
        pattern.append("(?:.*/)?");
        at += 2;
      } else if (glob.startsWith("**", at)) {
        pattern.append(".*");
        at++;
      } else if (c == '*') {
        pattern.append("[^/]*");
      } else if (c == '?') {
        pattern.append("[^/]");
      } else {
        pattern.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }
}
