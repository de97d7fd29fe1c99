package org.machinami.loader.disclosure;

/** Numbers that carry a check digit, told from others by it. Digits are 0 to 9, not characters. */
final class CheckDigits {

  static final int MY_NUMBER = 12;
  static final int CORPORATE_NUMBER = 13;

  private CheckDigits() {}

  /**
   * Whether it is an individual number: the last digit is 11 less the weighted sum of the others
   * modulo 11, or 0 where that is above 9. From the right the weights are 2 to 7, then 2 to 6.
   *
   * @see <a href="https://elaws.e-gov.go.jp/document?lawid=426M60000008085">Ordinance of the
   *     Ministry of Internal Affairs and Communications No. 85 of 2014, article 5</a>
   */
  static boolean isMyNumber(byte[] digits, int length) {
    if (length != MY_NUMBER) {
      return false;
    }
    int sum = 0;
    for (int n = 1; n < MY_NUMBER; n++) {
      sum += digits[MY_NUMBER - 1 - n] * (n <= 6 ? n + 1 : n - 5);
    }
    int rest = sum % 11;
    return digits[MY_NUMBER - 1] == (rest <= 1 ? 0 : 11 - rest);
  }

  /**
   * Whether it is a corporate number: the first digit is 9 less the weighted sum of the others
   * modulo 9. From the right the weights are 1 and 2 by turns.
   *
   * @see <a href="https://www.houjin-bangou.nta.go.jp/documents/checkdigit.pdf">National Tax
   *     Agency, how the check digit is computed</a>
   */
  static boolean isCorporateNumber(byte[] digits, int length) {
    if (length != CORPORATE_NUMBER) {
      return false;
    }
    int sum = 0;
    for (int n = 1; n < CORPORATE_NUMBER; n++) {
      sum += digits[CORPORATE_NUMBER - n] * (n % 2 == 1 ? 1 : 2);
    }
    return digits[0] == 9 - sum % 9;
  }

  /**
   * Whether it is the number of a payment card: the prefix and length of an issuer, and the Luhn
   * sum.
   *
   * @see <a href="https://www.iso.org/standard/70484.html">ISO/IEC 7812-1</a>
   */
  static boolean isCard(byte[] digits, int length) {
    return hasIssuer(digits, length) && luhn(digits, length) % 10 == 0;
  }

  private static boolean hasIssuer(byte[] digits, int length) {
    if (length < 14 || length > 16) {
      return false;
    }
    int two = digits[0] * 10 + digits[1];
    int four = two * 100 + digits[2] * 10 + digits[3];
    return switch (length) {
      case 14 -> two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059);
      case 15 -> two == 34 || two == 37;
      default ->
          digits[0] == 4
              || (two >= 51 && two <= 55)
              || (four >= 2221 && four <= 2720)
              || (four >= 3528 && four <= 3589)
              || four == 6011
              || two == 65;
    };
  }

  private static int luhn(byte[] digits, int length) {
    int sum = 0;
    for (int n = 0; n < length; n++) {
      int digit = digits[length - 1 - n];
      int doubled = n % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum;
  }
}
