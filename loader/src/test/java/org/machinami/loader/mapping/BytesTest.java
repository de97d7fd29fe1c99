package org.machinami.loader.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.ontology.Iris;

class BytesTest {

  private static final long SEED = 7;
  private static final int TEXTS = 20_000;

  @Test
  void key_anyText_isEncodedAsIrisAre() {
    Random random = new Random(SEED);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      assertEquals(Iris.encode(text), write(text, Bytes::key), () -> escaped(text));
    }
    assertEquals("%2E%2E", write("..", Bytes::key));
  }

  @Test
  void literal_anyText_isReadBack() {
    Random random = new Random(SEED);
    for (int i = 0; i < TEXTS / 10; i++) {
      String text = text(random) + "\"\\\n\r\t\b\f";
      var graph = GraphFactory.createDefaultGraph();
      RDFParser.fromString(
              "<http://e/s> <http://e/p> \"" + write(text, Bytes::literal) + "\" .", Lang.NTRIPLES)
          .parse(graph);
      assertEquals(
          Triple.create(
              NodeFactory.createURI("http://e/s"),
              NodeFactory.createURI("http://e/p"),
              NodeFactory.createLiteralString(text)),
          graph.find().next());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007", "\uFFFF", "\uD800x", "\uDC00"})
  void literal_whatNoTextHas_isRefused(String text) {
    assertThrows(RowRefusal.class, () -> write(text, Bytes::literal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://e/a b",
        "http://e/<",
        "http://e/\"",
        "http://e/{x}",
        "http://e/\n",
        "a\\b"
      })
  void iri_forbiddenCharacter_isRefused(String iri) {
    assertThrows(RowRefusal.class, () -> write(iri, Bytes::iri));
  }

  /** Random text without half surrogates, control characters and U+FFFF. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(12);
    while (text.length() < length) {
      int range =
          switch (random.nextInt(4)) {
            case 0 -> 0x80;
            case 1 -> 0x800;
            case 2 -> 0x10000;
            default -> 0x110000;
          };
      int point = 0x20 + random.nextInt(range - 0x20);
      boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
      if (!surrogate && point != 0xFFFF && point != 0x7f) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(point -> escaped.append(Integer.toHexString(point)).append(' '));
    return escaped.toString();
  }

  private interface Writing {
    void write(Bytes bytes, char[] text, int from, int to);
  }

  private static String write(String text, Writing writing) {
    Bytes bytes = new Bytes(4);
    writing.write(bytes, text.toCharArray(), 0, text.length());
    return new String(bytes.data(), 0, bytes.length(), StandardCharsets.UTF_8);
  }
}
