package org.machinami.loader.disclosure;

import org.machinami.shapes.DisclosureLimits;

/** Counts what the values of a column tell of persons. Not thread-safe. */
final class ColumnWatch {

  private static final int SHORTEST_NUMBER = 10;
  private static final int LONGEST_NUMBER = 24;

  private final String name;
  private final ColumnName kind;
  private final DisclosureLimits limits;
  private final boolean flow;
  private final Grain grain;
  private final Digits digits;
  private long filled;

  final Matches names = new Matches();
  final Matches mobiles = new Matches();
  final Matches fixedLines = new Matches();
  final Matches emails = new Matches();
  final Matches personalEmails = new Matches();
  final Matches myNumbers = new Matches();
  final Matches corporateNumbers = new Matches();
  final Matches cards = new Matches();
  final Matches dates = new Matches();
  final Matches exactAddresses = new Matches();
  final Matches smallCells = new Matches();
  final Matches fineValues = new Matches();

  /**
   * @param flow whether the rows are data on the flow of people
   */
  ColumnWatch(String name, ColumnName kind, DisclosureLimits limits, boolean flow, Digits digits) {
    this.name = name;
    this.kind = kind;
    this.limits = limits;
    this.flow = flow;
    this.grain = new Grain(limits);
    this.digits = digits;
  }

  String name() {
    return name;
  }

  ColumnName kind() {
    return kind;
  }

  long filled() {
    return filled;
  }

  /** Takes a value that is not empty. */
  void add(long row, char[] text, int offset, int length) {
    filled++;
    char first = text[offset];
    if (kind.counts()) {
      count(row, text, offset, length);
    }
    boolean number = (first >= '0' && first <= '9') || first >= '（' || first == '(';
    if (number && length >= SHORTEST_NUMBER && length <= LONGEST_NUMBER) {
      number(row, text, offset, length);
    }
    if (first <= 0x7F) {
      email(row, text, offset, length);
    } else if (!kind.functions() && isName(text, offset, length)) {
      names.add(row);
    }
    if (kind.births() && BirthDates.isDate(text, offset, length)) {
      dates.add(row);
    }
    if (kind.addresses() && isExact(text, offset, length)) {
      exactAddresses.add(row);
    }
    if (flow && isTooFine(text, offset, length)) {
      fineValues.add(row, new String(text, offset, Math.min(length, 40)));
    }
  }

  private boolean isName(char[] text, int offset, int length) {
    return kind.persons()
        ? PersonNames.mayBe(text, offset, length)
        : PersonNames.is(text, offset, length);
  }

  private void number(long row, char[] text, int offset, int length) {
    if (!digits.take(text, offset, length)) {
      return;
    }
    if (digits.isMobile()) {
      mobiles.add(row);
    } else if (digits.isFixedLine()) {
      fixedLines.add(row);
    } else if (CheckDigits.isMyNumber(digits.values, digits.length)) {
      myNumbers.add(row);
    } else if (CheckDigits.isCorporateNumber(digits.values, digits.length)) {
      corporateNumbers.add(row);
    } else if (CheckDigits.isCard(digits.values, digits.length)) {
      cards.add(row);
    }
  }

  private void email(long row, char[] text, int offset, int length) {
    int at = Emails.at(text, offset, length);
    if (at > 0) {
      emails.add(row);
      if (Emails.isOfPerson(text, offset, length, at)) {
        personalEmails.add(row);
      }
    }
  }

  /** Zero is no cell, nor is an empty one; 10 and more are let pass by their length alone. */
  private void count(long row, char[] text, int offset, int length) {
    if (length > 9) {
      return;
    }
    int value = 0;
    for (int at = offset; at < offset + length; at++) {
      char c = text[at];
      int digit = c >= '0' && c <= '9' ? c - '0' : c >= '０' && c <= '９' ? c - '０' : -1;
      if (digit < 0) {
        return;
      }
      value = value * 10 + digit;
    }
    if (value > 0 && value < limits.smallestCell()) {
      smallCells.add(row, Integer.toString(value));
    }
  }

  /** Whether an address has a house number: two groups of digits, or 番 or 号 behind one. */
  private static boolean isExact(char[] text, int offset, int length) {
    int groups = 0;
    boolean inDigits = false;
    for (int at = offset; at < offset + length; at++) {
      char c = text[at];
      boolean digit = (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
      if (digit && !inDigits) {
        groups++;
      } else if (inDigits && (c == '番' || c == '号')) {
        return true;
      }
      inDigits = digit;
    }
    return groups >= 2;
  }

  private boolean isTooFine(char[] text, int offset, int length) {
    return (kind.meshes() && grain.isFineMesh(text, offset, length))
        || (kind.coordinates() && grain.isFineCoordinate(text, offset, length))
        || (kind.times() && grain.isFineTime(text, offset, length));
  }
}
