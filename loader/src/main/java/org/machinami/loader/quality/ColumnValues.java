package org.machinami.loader.quality;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.repair.CellForm;
import org.machinami.loader.repair.CellForms;
import org.machinami.shapes.RepairKind;
import org.machinami.shapes.quality.Rule;

/** Counts the values of a column by their kinds, and finds fault with single ones. */
final class ColumnValues {

  private static final int TROUBLE = Characters.LINE_BREAK | Characters.ODD;
  private static final String OTHER = "その他";

  /** Of a full name of an area, or of a sum over some (区部, 合計). */
  private static final String AREA_ENDS = "都道府県市区町村郡部計数";

  private final String name;
  private final FaultPlaces places;
  private final Map<CellKind, Places> byKind = new EnumMap<>(CellKind.class);
  private final Choices choices = new Choices();
  private final boolean areas;
  private long filled;
  private long zeros;
  private long leadingZeros;
  private long ascii;
  private final Places shortAreaPlaces;

  // The value before, which is often the same.
  private char[] last = new char[64];
  private int lastLength = -1;
  private CellKind lastKind = CellKind.TEXT;
  private boolean lastPlain;
  private long lastRow;

  /** What ditto marks stand for that follow one another; empty where that is not known. */
  private String above = "";

  ColumnValues(String name, FaultPlaces places) {
    this.name = name;
    this.places = places;
    this.areas = Headers.namesAreas(name);
    this.shortAreaPlaces = new Places(places.file());
    for (CellKind kind : CellKind.values()) {
      byKind.put(kind, new Places(places.file()));
    }
  }

  String name() {
    return name;
  }

  /** Takes a value that is not empty; gives what it is. */
  CellKind add(long row, char[] text, int offset, int length) {
    filled++;
    boolean follows = row == lastRow + 1;
    lastRow = row;
    if (length == lastLength
        && lastPlain
        && Arrays.equals(last, 0, length, text, offset, offset + length)) {
      above = follows ? above : "";
      count(lastKind, row, text, offset, length);
      return lastKind;
    }
    int bits = 0;
    int hash = 0;
    byte[] classes = Characters.CLASSES;
    int end = offset + length;
    if (choices.isFull()) {
      for (int i = offset; i < end; i++) {
        bits |= classes[text[i]];
      }
    } else {
      for (int i = offset; i < end; i++) {
        char c = text[i];
        bits |= classes[c];
        hash = 31 * hash + c;
      }
    }
    CellKind kind = Cells.kind(text, offset, length, bits);
    boolean layout = (bits & Characters.SPACE) != 0 && Layout.isThere(text, offset, length);
    boolean other = text[offset] == 'そ' && isOther(text, offset, length);
    if (layout || other || (bits & TROUBLE) != 0) {
      trouble(row, text, offset, length, bits, layout, other);
    }
    if (!choices.isFull() && (kind == CellKind.TEXT || kind == CellKind.LIST)) {
      choices.add(text, offset, length, hash, row);
    }
    remember(text, offset, length, kind, follows);
    lastPlain &= !layout && !other && (bits & TROUBLE) == 0;
    count(kind, row, text, offset, length);
    return kind;
  }

  private void count(CellKind kind, long row, char[] text, int offset, int length) {
    if (kind == CellKind.DITTO) {
      ditto(row, text, offset, length);
    } else {
      of(kind).add(row, name, text, offset, length);
    }
    char first = text[offset];
    if (first == '0') {
      if (kind == CellKind.NUMBER && length > 1 && text[offset + 1] != '.') {
        leadingZeros++;
      } else if (length == 1) {
        zeros++;
      }
    }
    if (first < 0x80) {
      ascii++;
    }
    if (areas && AREA_ENDS.indexOf(text[offset + length - 1]) < 0) {
      shortAreaPlaces.add(row, name, text, offset, length);
    }
  }

  /** What the row above says should be said again. */
  private void ditto(long row, char[] text, int offset, int length) {
    Optional<CellForm> form =
        above.isEmpty() ? Optional.empty() : Optional.of(new CellForm(RepairKind.REPEAT, above));
    of(CellKind.DITTO).add(row, name, text, offset, length, mark -> form);
  }

  private void remember(char[] text, int offset, int length, CellKind kind, boolean follows) {
    if (kind == CellKind.DITTO && lastKind != CellKind.DITTO) {
      boolean known = lastLength >= 0 && lastLength <= last.length;
      above = known ? new String(last, 0, lastLength) : "";
    }
    if (!follows) {
      above = "";
    }
    lastPlain = length <= last.length;
    if (lastPlain) {
      System.arraycopy(text, offset, last, 0, length);
    }
    lastLength = length;
    lastKind = kind;
  }

  private void trouble(
      long row, char[] text, int offset, int length, int bits, boolean layout, boolean other) {
    if ((bits & Characters.LINE_BREAK) != 0) {
      places.broken(Rule.ONE_RECORD).add(row, name, text, offset, length);
    }
    if ((bits & Characters.ODD) != 0) {
      places.broken(Rule.CHARACTERS).add(row, name, text, offset, length, CellForms::characters);
    }
    if (layout) {
      places.broken(Rule.NO_LAYOUT).add(row, name, text, offset, length, CellForms::spaces);
    }
    if (other) {
      places.broken(Rule.OTHER_APART).add(row, name, text, offset, length);
    }
  }

  /** Whether it is the choice "other" with its details. */
  private static boolean isOther(char[] text, int offset, int length) {
    return length > OTHER.length() + 1
        && "（(：:".indexOf(text[offset + OTHER.length()]) >= 0
        && new String(text, offset, OTHER.length()).equals(OTHER);
  }

  long filled() {
    return filled;
  }

  long count(CellKind kind) {
    return of(kind).count();
  }

  Places of(CellKind kind) {
    return byKind.get(kind);
  }

  Choices choices() {
    return choices;
  }

  /** How many are the number 0. */
  long zeros() {
    return zeros;
  }

  /** How many numbers begin with a 0 that a quantity would not have. */
  long leadingZeros() {
    return leadingZeros;
  }

  /** How many begin with a character of ASCII. */
  long ascii() {
    return ascii;
  }

  /** Where a column of areas has a name without 都, 区 and the like. */
  Places shortAreas() {
    return shortAreaPlaces;
  }
}
