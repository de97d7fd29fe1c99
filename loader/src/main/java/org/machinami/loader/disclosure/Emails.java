package org.machinami.loader.disclosure;

import java.util.Locale;
import java.util.Set;

/** Tells e-mail addresses, and those that persons have from those of offices. */
final class Emails {

  private static final int LONGEST = 254;

  /** Where persons have their addresses: providers of mail and of mobile phones. */
  private static final Set<String> OF_PERSONS =
      Set.of(
          "gmail.com",
          "yahoo.co.jp",
          "yahoo.com",
          "ymail.ne.jp",
          "hotmail.com",
          "hotmail.co.jp",
          "outlook.com",
          "outlook.jp",
          "live.jp",
          "icloud.com",
          "me.com",
          "docomo.ne.jp",
          "ezweb.ne.jp",
          "au.com",
          "softbank.ne.jp",
          "i.softbank.jp",
          "ymobile.ne.jp",
          "rakuten.jp",
          "uqmobile.jp",
          "aol.com",
          "nifty.com",
          "biglobe.ne.jp",
          "excite.co.jp");

  private Emails() {}

  /** The place of the @ of an address; -1 where it is none. */
  static int at(char[] text, int offset, int length) {
    if (length < 6 || length > LONGEST || text[offset] > 0x7F) {
      return -1;
    }
    for (int i = 1; i < length - 3; i++) {
      char c = text[offset + i];
      if (c == '@') {
        return i;
      }
      if (c <= ' ' || c > 0x7E) {
        return -1;
      }
    }
    return -1;
  }

  static boolean isOfPerson(char[] text, int offset, int length, int at) {
    String domain = new String(text, offset + at + 1, length - at - 1);
    return OF_PERSONS.contains(domain.strip().toLowerCase(Locale.ROOT));
  }
}
