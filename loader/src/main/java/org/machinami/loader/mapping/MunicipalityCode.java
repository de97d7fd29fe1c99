package org.machinami.loader.mapping;

/**
 * Codes of local governments: five digits (JIS X 0402), or six with the check digit (全国地方公共団体コード).
 */
final class MunicipalityCode {

  private MunicipalityCode() {}

  /** Five digits of either form; a leading zero that a spreadsheet dropped is put back. */
  static String fiveDigits(String text) {
    String code = digits(text);
    return switch (code.length()) {
      case 4 -> "0" + code;
      case 5 -> code;
      case 6 -> {
        requireCheckDigit(code);
        yield code.substring(0, 5);
      }
      default -> throw new RowRefusal("row.municipality-code");
    };
  }

  /** Six digits, the check digit made where it lacks. */
  static String sixDigits(String text) {
    String code = digits(text);
    if (code.length() == 6) {
      requireCheckDigit(code);
      return code;
    }
    String five = fiveDigits(code);
    return five + check(five);
  }

  private static String digits(String text) {
    String code = JapaneseText.normalise(text);
    if (code.isEmpty() || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new RowRefusal("row.municipality-code");
    }
    return code;
  }

  private static void requireCheckDigit(String code) {
    char check = check(code.substring(0, 5));
    if (code.charAt(5) != check) {
      throw new RowRefusal("row.check-digit", Character.toString(check));
    }
  }

  /** 11 minus the weighted sum modulo 11, its last digit. */
  private static char check(String code) {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (code.charAt(i) - '0') * (6 - i);
    }
    return (char) ('0' + (11 - sum % 11) % 10);
  }
}
