package org.machinami.web.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions are shown and cannot do anything. */
final class MarkdownTest {
  private final Markdown markdown = new Markdown();

  @Test
  void marks_areShown() {
    assertEquals(
        "<p>a <strong>b</strong> <a rel=\"nofollow\" href=\"https://city.example/\">c</a></p>\n",
        markdown.html("a **b** [c](https://city.example/)"));
    assertEquals("<p>one<br>\ntwo</p>\n", markdown.html("one\ntwo"));
  }

  @Test
  void headings_areNoHeadingsOfThePage_andPicturesAreWords() {
    assertEquals("<p><strong>Big</strong></p>\n", markdown.html("# Big"));
    assertEquals("<p>a map</p>\n", markdown.html("![a map](https://elsewhere.example/x.png)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](\"onmouseover=alert(1))",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "![x](javascript:alert(1))",
        "```\n</code></pre><script>alert(1)</script>\n```",
        "```js\" onload=\"alert(1)\nx\n```",
        "[x](https://a.example/\"><script>alert(1)</script>)",
        "<style>*{display:none}</style>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
      })
  void payloads_areText(String payload) {
    String html = markdown.html(payload);
    String tags = html.replaceAll("&[a-z]+;", "");
    assertFalse(tags.matches("(?is).*<(script|img|style|iframe|svg).*"), html);
    assertFalse(html.matches("(?is).*href=\"(javascript|data):.*"), html);
    assertFalse(html.matches("(?is).*<[^>]*\\son[a-z]+=.*"), html);
  }

  @Test
  void deepNesting_isShownAsItIs_andLongTextIsCut() {
    String deep = "> ".repeat(5_000) + "x";
    assertTrue(markdown.html(deep).startsWith("<p>&gt; &gt; "));
    String stars = "*a ".repeat(3_000) + "b*".repeat(3_000);
    assertTrue(markdown.html(stars).length() > 1_000);
    assertTrue(markdown.html("[".repeat(10_000)).contains("[[["));
    assertTrue(markdown.html("x".repeat(50_000)).length() < 21_000);
  }
}
