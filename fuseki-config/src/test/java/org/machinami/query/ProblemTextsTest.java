package org.machinami.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each problem has words in both languages, and they say the particulars. */
class ProblemTextsTest {
  private static final ResourceBundle ENGLISH = ProblemDocument.bundle(Locale.ROOT);
  private static final ResourceBundle JAPANESE = ProblemDocument.bundle(Locale.JAPANESE);

  @ParameterizedTest
  @EnumSource
  void kind_hasTexts(Problem.Kind kind) {
    for (ResourceBundle texts : new ResourceBundle[] {ENGLISH, JAPANESE}) {
      assertFalse(texts.getString(kind.slug() + ".title").isBlank());
      assertFalse(texts.getString(kind.slug() + ".detail").isBlank());
    }
  }

  @Test
  void bundles_haveTheSameKeysAndNoOthers() {
    assertEquals(ENGLISH.keySet(), JAPANESE.keySet());
    assertEquals(2 * Problem.Kind.values().length, ENGLISH.keySet().size());
  }

  @Test
  void document_saysTheParticulars() {
    String text =
        new String(
            ProblemDocument.bytes(
                new Problem(Problem.Kind.TIMEOUT, 1500L), java.util.List.of(Locale.ENGLISH)),
            java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(text.contains("1,500 milliseconds"), text);
  }
}
