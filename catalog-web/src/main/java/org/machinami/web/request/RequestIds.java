package org.machinami.web.request;

import java.security.SecureRandom;

/** Ids that tell nothing: neither how many requests there are nor what the next one is called. */
public final class RequestIds {
  /** Without vowels and look-alikes, so that none of them is a word or misread. */
  private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxz";

  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestIds() {}

  /** Eight letters and digits. */
  public static String next() {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  /** Whether a text can be one; what cannot is not looked for. */
  public static boolean isOne(String text) {
    return text.matches("[0-9a-z]{8}");
  }
}
