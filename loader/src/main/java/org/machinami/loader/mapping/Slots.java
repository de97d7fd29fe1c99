package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.List;
import org.machinami.loader.mapping.LogicalSource.DerivedColumn;

/** Which slot of a row holds which reference: first those that are read, then those derived. */
final class Slots {

  /** A derived column in the setting of its source. */
  private record Derived(LogicalSource source, int place) {
    DerivedColumn column() {
      return source.columns().get(place);
    }
  }

  private final List<String> read = new ArrayList<>();
  private final List<Derived> derived = new ArrayList<>();

  /** Sees to it that a reference has a slot. */
  void require(LogicalSource source, String reference) {
    require(source, reference, source.columns().size());
  }

  private void require(LogicalSource source, String reference, int before) {
    int place = place(source, reference, before);
    if (place < 0) {
      if (!read.contains(reference)) {
        read.add(reference);
      }
      return;
    }
    if (find(source.columns().get(place)) < 0) {
      source.columns().get(place).call().of().forEach(input -> require(source, input, place));
      derived.add(new Derived(source, place));
    }
  }

  /** The slot of a required reference. */
  int slot(LogicalSource source, String reference) {
    return slot(source, reference, source.columns().size());
  }

  private int slot(LogicalSource source, String reference, int before) {
    int place = place(source, reference, before);
    return place < 0 ? read.indexOf(reference) : read.size() + find(source.columns().get(place));
  }

  boolean isRead(int slot) {
    return slot < read.size();
  }

  List<String> references() {
    return List.copyOf(read);
  }

  int derivedCount() {
    return derived.size();
  }

  List<Derivation> derivations() {
    List<Derivation> derivations = new ArrayList<>();
    for (int i = 0; i < derived.size(); i++) {
      Derived one = derived.get(i);
      FunctionCall call = one.column().call();
      int[] inputs =
          call.of().stream().mapToInt(input -> slot(one.source(), input, one.place())).toArray();
      derivations.add(
          new Derivation(
              Functions.of(call), inputs, call.of().toArray(String[]::new), read.size() + i));
    }
    return derivations;
  }

  private int find(DerivedColumn column) {
    for (int i = 0; i < derived.size(); i++) {
      if (derived.get(i).column().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  /** Place of the derived column that a reference means, among those before a place; or -1. */
  private static int place(LogicalSource source, String reference, int before) {
    for (int place = before - 1; place >= 0; place--) {
      if (source.columns().get(place).name().equals(reference)) {
        return place;
      }
    }
    return -1;
  }
}
