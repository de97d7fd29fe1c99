package org.machinami.web.steward.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.shapes.form.Field;
import org.machinami.shapes.form.FormModel;
import org.machinami.web.language.Language;

/** Names, codes and readings lead to what is meant. */
final class LookupsTest {
  private final Lookups lookups = Descriptions.form().lookups();

  private static Field field(String name) {
    return FormModel.bundled().dataset().field(name).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "dct-spatial, 東京, 東京都",
    "dct-spatial, とうきょう, 東京都",
    "dct-spatial, トウキョウ, 東京都",
    "dct-spatial, tokyo, 東京都",
    "dct-spatial, 千代田, 千代田区",
    "dct-spatial, ちよだ, 千代田区",
    "dct-spatial, chiyoda, 千代田区",
    "dct-spatial, 13101, 千代田区",
    "dcat-theme, いどう, 移動",
    "dcat-theme, mobility, 移動",
    "dct-license, CC-BY-4.0, クリエイティブ・コモンズ 表示 4.0 国際",
    "dct-license, くりえいてぃぶ, クリエイティブ・コモンズ 表示 4.0 国際",
  })
  void suggest_nameCodeOrReading_isFoundFirst(String field, String typed, String expected) {
    List<LookupEntry> found = lookups.suggest(field(field), typed, 5);
    assertTrue(!found.isEmpty(), typed + " finds nothing");
    assertEquals(expected, found.get(0).label().ja());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "<script>", "\u0000", "%", "\uD800"})
  void suggest_anything_isNoError(String typed) {
    assertTrue(lookups.suggest(field("dct-spatial"), typed, 5).size() <= 5);
  }

  @Test
  void resolve_isOneOrNothing() {
    String tokyo = Descriptions.BASE + "id/prefecture/13";
    assertEquals(Optional.of(tokyo), lookups.resolve(field("dct-spatial"), "東京都"));
    assertEquals(Optional.of(tokyo), lookups.resolve(field("dct-spatial"), "ＴＯＫＹＯ"));
    assertEquals(Optional.empty(), lookups.resolve(field("dct-spatial"), "東"));
    assertEquals(Optional.of(tokyo), lookups.resolve(field("dct-spatial"), tokyo));
  }

  /** A name that two things have leads to neither: the IRI stands in the box instead. */
  @Test
  void text_alwaysLeadsBack() {
    for (String name : List.of("dct-spatial", "dcat-theme", "dct-license", "dct-language")) {
      Field field = field(name);
      for (LookupEntry entry : lookups.all(field, 5_000)) {
        for (Language language : Language.values()) {
          String text = lookups.text(field, entry.iri(), language);
          assertEquals(Optional.of(entry.iri()), lookups.resolve(field, text), text);
        }
      }
    }
  }
}
