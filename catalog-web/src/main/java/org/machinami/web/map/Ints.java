package org.machinami.web.map;

import java.util.Arrays;

/** A growing row of numbers: a million of them would be a million objects in a list. */
final class Ints {
  private int[] numbers = new int[256];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
