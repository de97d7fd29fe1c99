package org.machinami.loader.harvest;

/** Labels of blank nodes in the few characters that every syntax allows. */
final class Labels {
  private Labels() {}

  /**
   * The label itself where it is plain, otherwise with each other character as its code in
   * hexadecimal.
   */
  static String plain(String label) {
    StringBuilder text = new StringBuilder(label.length() + 1);
    for (int k = 0; k < label.length(); k++) {
      char letter = label.charAt(k);
      if ((letter >= 'a' && letter <= 'z')
          || (letter >= 'A' && letter <= 'Z')
          || (letter >= '0' && letter <= '9')
          || (k > 0 && "_-.:".indexOf(letter) >= 0 && k < label.length() - 1)) {
        text.append(letter);
      } else {
        text.append("_u").append(Integer.toHexString(letter)).append('_');
      }
    }
    return text.isEmpty() ? "_" : text.toString();
  }
}
