package org.machinami.loader.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

  private final Digits digits = new Digits();

  @ParameterizedTest
  @ValueSource(strings = {"123456789018", "1234-5678-9018", "１２３４５６７８９０１８"})
  void myNumber_withItsDigit_isOne(String text) {
    assertTrue(isMyNumber(text));
  }

  /** 123456789010 to ...9, and each with two neighbours exchanged. */
  @Test
  void myNumber_withAnyOtherDigit_isNone() {
    for (int last = 0; last <= 9; last++) {
      assertEquals(last == 8, isMyNumber("12345678901" + last), "last digit " + last);
    }
    for (int at = 0; at < 10; at++) {
      char[] swapped = "123456789018".toCharArray();
      char c = swapped[at];
      swapped[at] = swapped[at + 1];
      swapped[at + 1] = c;
      assertFalse(isMyNumber(new String(swapped)), new String(swapped));
    }
    assertFalse(isMyNumber("1234567890180"));
  }

  @Test
  void myNumber_ofRandomDigits_isOneInElevenOrSo() {
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      found += isMyNumber("%012d".formatted(random.nextLong(1_000_000_000_000L))) ? 1 : 0;
    }
    assertTrue(found > 1_600 && found < 2_400, found + " of 20000");
  }

  /** The National Tax Agency and the Tokyo Metropolitan Government. */
  @ParameterizedTest
  @ValueSource(strings = {"7000012050002", "8000020130001"})
  void corporateNumber_ofABody_isOne(String text) {
    assertTrue(isCorporateNumber(text));
    assertFalse(isCorporateNumber((char) (text.charAt(0) - 1) + text.substring(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111 1111 1111 1111",
        "5555-5555-5555-4444",
        "378282246310005",
        "3530111333300000",
        "30569309025904",
        "2223003122003222"
      })
  void card_ofTheTestNumbersOfIssuers_isOne(String text) {
    assertTrue(isCard(text));
    char last = text.charAt(text.length() - 1);
    String other = text.substring(0, text.length() - 1) + (char) ('0' + (last - '0' + 1) % 10);
    assertFalse(isCard(other));
  }

  @Test
  void card_ofNoIssuer_isNone() {
    assertFalse(isCard("0000000000000000"));
    assertFalse(isCard("1234567812345670"));
  }

  private boolean isMyNumber(String text) {
    return take(text) && CheckDigits.isMyNumber(digits.values, digits.length);
  }

  private boolean isCorporateNumber(String text) {
    return take(text) && CheckDigits.isCorporateNumber(digits.values, digits.length);
  }

  private boolean isCard(String text) {
    return take(text) && CheckDigits.isCard(digits.values, digits.length);
  }

  private boolean take(String text) {
    return digits.take(text.toCharArray(), 0, text.length());
  }
}
