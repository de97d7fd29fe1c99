package org.machinami.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReturnPathTest {
  /** One secret in 64 begins with a hyphen; the form that it stands for was lost. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "steward",
        "steward/drafts/d1?version=3&do=a%20b",
        "account/kept/-Ab_-9",
        "monitor/questions/bcdfghjk",
      })
  void pagesOfDesks_areReturnedTo(String path) {
    assertEquals(Optional.of(path), ReturnPath.read(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/steward",
        "//elsewhere.example/steward",
        "https://elsewhere.example/",
        "steward/../datasets",
        "steward/.hidden",
        "steward//elsewhere.example",
        "steward\\elsewhere",
        "datasets/parks",
        "steward?a=<script>",
        "stewardess",
      })
  void anythingElse_isNone(String path) {
    assertEquals(Optional.empty(), ReturnPath.read(path));
  }
}
