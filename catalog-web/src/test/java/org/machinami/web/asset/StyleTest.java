package org.machinami.web.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The styles keep to their own scale, and to the tokens that the build took in. */
final class StyleTest {
  private static final Assets ASSETS = Assets.read();
  private static final String STYLES =
      text("machinami.css") + text("requests.css") + text("desk.css") + text("form.css");
  private static final String TOKENS = text("tokens.css");

  private static String text(String name) {
    return new String(ASSETS.find(name).orElseThrow().bytes(), StandardCharsets.UTF_8);
  }

  private static List<String> all(String pattern, String css) {
    Matcher matcher = Pattern.compile(pattern).matcher(css);
    return matcher.results().map(r -> r.group(1)).collect(Collectors.toList());
  }

  @Test
  void everyVariable_isDefined() {
    Set<String> defined = new TreeSet<>(all("(--[\\w-]+)\\s*:", STYLES));
    defined.addAll(all("(--[\\w-]+)\\s*:", TOKENS));
    Set<String> used = new TreeSet<>(all("var\\((--[\\w-]+)", STYLES + TOKENS));
    assertTrue(used.size() > 40, used.toString());
    used.removeAll(defined);
    assertEquals(Set.of(), used);
  }

  @Test
  void sizesOfType_areOfTheScale() {
    List<String> others =
        all("font-size: ([^;]+);", STYLES).stream()
            .filter(size -> !size.startsWith("var(--"))
            // Of the reader, of the line around, inside drawings, on paper.
            .filter(size -> !size.matches("100%|0\\.\\d+em|inherit|1[45]px|10pt"))
            .toList();
    assertEquals(List.of(), others);
  }

  @Test
  void nothing_comesFromElsewhere() {
    assertEquals(List.of(), all("(url\\([^)]*\\)|@import[^;]*)", STYLES + TOKENS));
  }
}
