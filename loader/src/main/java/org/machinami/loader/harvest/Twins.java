package org.machinami.loader.harvest;

/**
 * The numbers of blocks that say the same as another one, which stands for them. Two are the same
 * only when they are one object.
 */
final class Twins {
  static final Twins NONE = new Twins(new int[0]);

  private final int[] numbers;

  Twins(int[] numbers) {
    this.numbers = numbers.clone();
  }

  int count() {
    return numbers.length;
  }

  int number(int place) {
    return numbers[place];
  }
}
