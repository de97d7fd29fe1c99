package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTextTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void text_half_hasBarRateAndTimeLeft() {
    ProgressText progress = new ProgressText(new PrintStream(bytes), true, "wards", 200_000_000);
    progress.advance(100_000_000);
    assertEquals(
        "wards [===============               ]  50% 100.0/200.0 MB, 1.0 MB/s, 1:40 left",
        progress.text(100));
  }

  @Test
  void text_line_hasNoBar() {
    ProgressText progress = new ProgressText(new PrintStream(bytes), false, "wards", 10_000_000);
    assertEquals("wards   0% 0.0/10.0 MB, 0.0 MB/s, 0:00 left", progress.text(1));
  }
}
