package org.machinami.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Utf8WriterTest {

  @Test
  void write_anyCharacters_asTheEncoderOfTheJdk() throws IOException {
    long seed = Long.getLong("machinami.seed", System.nanoTime());
    Random random = new Random(seed);
    StringBuilder text =
        new StringBuilder("街並み \ud83c\udfd9 é \ud83c half \udfd9 half \ud83c\ud83c\udfd9");
    for (int i = 0; i < 20_000; i++) {
      text.append(random.nextBoolean() ? (char) random.nextInt(0x80) : (char) random.nextInt());
    }
    text.append('\ud83c');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Utf8Writer writer = new Utf8Writer(bytes)) {
      String all = text.toString();
      writer.write(all, 0, 100);
      writer.write(all.toCharArray(), 100, 1000);
      for (char c : all.substring(1100).toCharArray()) {
        writer.write(c);
      }
    }
    assertEquals(
        new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
        bytes.toString(StandardCharsets.UTF_8),
        "seed " + seed);
  }
}
