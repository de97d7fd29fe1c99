package org.machinami.loader.harvest.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHeaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<https://a/b?page=2>; rel=\"next\", <https://a/b?page=9>; rel=\"last\"|https://a/b?page=2",
        "</x>; rel=up, </y>; title=\"a, b\"; rel=next|/y",
        "<u>;rel=\"prev next\"|u",
        "<p>; REL=Next|p",
        "<a>; title=\"rel=next\"; rel=prev|",
        "<>; rel=next|",
        "<q>|",
        "next|",
        "``|"
      })
  void next_header_isTheTargetOfTheFirstNext(String header, String expected) {
    assertEquals(Optional.ofNullable(expected), LinkHeader.next(header));
  }
}
