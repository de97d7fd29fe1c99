package org.machinami.web.rows;

import org.machinami.web.rdf.Terms;

/** Whether a row is among those that were asked for. Not thread-safe. */
final class RowFilter {
  private final Choice choice;
  private final RowWords words;
  private final String wanted;

  RowFilter(Choice choice, RowWords words) {
    this.choice = choice;
    this.words = words;
    this.wanted = Literals.folded(choice.words());
  }

  boolean keeps(Block block) {
    return (wanted.isEmpty() || says(block)) && isWithin(block);
  }

  private boolean says(Block block) {
    for (int line = 0; line < block.lines(); line++) {
      boolean looked =
          words.isOf(block, line, choice.in())
              && !block
                  .text(block.predicateStart(line), block.predicateEnd(line))
                  .equals(Terms.type);
      if (looked && words.words(block, line).contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWithin(Block block) {
    if (choice.low().isEmpty() && choice.high().isEmpty()) {
      return true;
    }
    for (int line = 0; line < block.lines(); line++) {
      if (words.isOf(block, line, choice.in()) && isWithin(words.lexical(block, line))) {
        return true;
      }
    }
    return false;
  }

  private boolean isWithin(String value) {
    if (choice.in().orElseThrow().kind() == Kind.NUMBER) {
      double number = Literals.number(value);
      return !Double.isNaN(number)
          && choice.low().map(b -> number >= b.number()).orElse(true)
          && choice.high().map(b -> number <= b.number()).orElse(true);
    }
    // "2026-07" as the highest takes in all of July.
    return choice.low().map(b -> value.compareTo(b.text()) >= 0).orElse(true)
        && choice
            .high()
            .map(b -> value.compareTo(b.text()) <= 0 || value.startsWith(b.text()))
            .orElse(true);
  }
}
