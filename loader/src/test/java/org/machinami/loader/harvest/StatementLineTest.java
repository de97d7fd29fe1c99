package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of N-Quads in the plain form and lines that need a full parser. */
class StatementLineTest {
  private final Statement statement = new Statement();

  @Test
  void cut_quad_findsTheFourTerms() {
    assertTrue(cut("<http://a/> <http://p/> \"x \\\" > .\"@en-t-nl <http://g/> ."));
    assertEquals("\"x \\\" > .\"@en-t-nl", statement.object());
    assertEquals(11, statement.graphEnd - statement.graphStart);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<http://a/> <http://p/> <http://o/> .",
        "_:b1.x <http://p/> _:b-2 .",
        "<urn:a> <http://p/> \"\"^^<http://t/> .",
        "<http://例え.example/道> <http://p/> \"街並み 𠮷\"@ja <http://g/>.",
        "<http://a/>\t<http://p/>\t\"1\"\t.  ",
      })
  void cut_plainForm_isTaken(String line) {
    assertTrue(cut(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<http://a/> <http://p/> \"open .",
        "<http://a b/> <http://p/> \"x\" .",
        "<relative> <http://p/> \"x\" .",
        "<http://a/> _:p \"x\" .",
        "\"s\" <http://p/> \"x\" .",
        "<http://a/> <http://p/> \"\\u0041\" .",
        "<http://a/> <http://p/> \"x\"@ .",
        "<http://a/> <http://p/> \"x\" <http://g/>",
        "<http://a/> <http://p/> \"x\" <http://g/> . <http://more/>",
        "<http://a/> <http://p/>",
        "nonsense",
      })
  void cut_anythingElse_isLeftToTheParser(String line) {
    assertFalse(cut(line));
  }

  @Test
  void cut_invalidUtf8_isLeftToTheParser() {
    byte[] bytes = "<http://a/> <http://p/> \"x?\" .".getBytes(StandardCharsets.ISO_8859_1);
    bytes[26] = (byte) 0xc3;
    assertFalse(StatementLine.cut(bytes, 0, bytes.length, statement));
  }

  private boolean cut(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return StatementLine.cut(bytes, 0, bytes.length, statement);
  }
}
