package org.machinami.loader;

import java.io.PrintStream;
import java.util.Locale;

/** Progress as text: bytes read of all, rate, time left. */
final class ProgressText implements Progress.Task {

  private static final long BAR_NANOS = 200_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final int WIDTH = 30;
  private static final double MEGA = 1e6;

  private final PrintStream out;
  private final boolean bar;
  private final String label;
  private final long total;
  private final long start = System.nanoTime();
  private long shown = start;
  private long done;
  private boolean drawn;

  ProgressText(PrintStream out, boolean bar, String label, long total) {
    this.out = out;
    this.bar = bar;
    this.label = label;
    this.total = total;
  }

  @Override
  public void advance(long bytes) {
    done += bytes;
    long now = System.nanoTime();
    if (now - shown >= (bar ? BAR_NANOS : LINE_NANOS)) {
      shown = now;
      show(now);
    }
  }

  private void show(long now) {
    drawn = true;
    String text = text((now - start) / 1e9);
    if (bar) {
      out.print('\r' + text + "\u001b[K");
      out.flush();
    } else {
      out.println(text);
    }
  }

  /** One line; {@code seconds} since the beginning. */
  String text(double seconds) {
    double share = total == 0 ? 0 : Math.min(1, (double) done / total);
    double rate = seconds == 0 ? 0 : done / seconds;
    long left = rate == 0 ? 0 : Math.round((total - done) / rate);
    int filled = (int) Math.round(share * WIDTH);
    String drawing = bar ? "[" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " : "";
    return String.format(
        Locale.ROOT,
        "%s %s%3.0f%% %.1f/%.1f MB, %.1f MB/s, %d:%02d left",
        label,
        drawing,
        share * 100,
        done / MEGA,
        total / MEGA,
        rate / MEGA,
        Math.max(0, left) / 60,
        Math.max(0, left) % 60);
  }

  @Override
  public void close() {
    if (drawn && bar) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
