package org.machinami.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What axe finds wrong on a page. */
final class Axe {
  /** WCAG 2.2 AA and what axe advises beyond it. */
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final List<String> COLOUR = List.of("color-contrast");

  private Axe() {}

  /** What is wrong on the page: the name of the rule and the element. */
  static List<String> broken(Page page) {
    return violations(axe(page).withTags(TAGS));
  }

  /** Of these what is wrong with its colours. */
  static List<String> brokenColours(Page page) {
    return violations(axe(page).withRules(COLOUR));
  }

  /**
   * Our pages have no frames, which axe would otherwise join in a page of its own, and what is
   * right is not asked for: with both it takes three times as long.
   */
  private static AxeBuilder axe(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).options(options).setLegacyMode(true).exclude(".yasgui");
  }

  private static List<String> violations(AxeBuilder axe) {
    List<String> broken = new ArrayList<>();
    for (Rule rule : axe.analyze().getViolations()) {
      rule.getNodes().forEach(node -> broken.add(rule.getId() + ": " + node.getHtml()));
    }
    return broken;
  }
}
