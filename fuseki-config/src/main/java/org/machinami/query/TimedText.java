package org.machinami.query;

/** Text that looks at the clock while it is read: a regular expression cannot outstay it. */
final class TimedText implements CharSequence {
  private final String text;
  private final QueryBudget budget;

  TimedText(String text, QueryBudget budget) {
    this.text = text;
    this.budget = budget;
  }

  @Override
  public char charAt(int index) {
    budget.step();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
