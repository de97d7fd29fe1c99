package org.machinami.loader.mapping;

import java.util.List;
import java.util.function.ToIntFunction;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.Row;

/**
 * The text of a term: a reference alone, or a template. Knows how many texts a row gives and how to
 * write one, either as it stands or as keys of an IRI.
 */
final class Pieces {

  /** How a reference's value goes into the output. */
  @FunctionalInterface
  interface Encoding {
    void write(char[] text, int from, int to, Bytes out);
  }

  private static final int MOST_COMBINATIONS = 10_000;

  /** Slot of a reference, or -1 for fixed text. */
  private final int[] slots;

  private final String[] names;
  private final byte[][] fixed;

  /**
   * The pieces of a template.
   *
   * @throws LoadException when its text cannot stand in a literal
   */
  Pieces(Template template, ToIntFunction<String> slotOf) {
    List<Template.Part> parts = template.parts();
    slots = new int[parts.size()];
    names = new String[parts.size()];
    fixed = new byte[parts.size()][];
    for (int i = 0; i < slots.length; i++) {
      Template.Part part = parts.get(i);
      names[i] = part.text();
      slots[i] = part.reference() ? slotOf.applyAsInt(part.text()) : -1;
      fixed[i] = literal(part.text());
    }
  }

  private static byte[] literal(String text) {
    Bytes bytes = new Bytes(64);
    try {
      bytes.literal(text.toCharArray(), 0, text.length());
    } catch (RowRefusal e) {
      throw new LoadException(Fault.FOLDER, e, "mapping.text", text);
    }
    return bytes.copy();
  }

  /** The single reference of this text, or -1 when it is put together. */
  int onlySlot() {
    return slots.length == 1 ? slots[0] : -1;
  }

  String name(int piece) {
    return names[piece];
  }

  /** The first reference that the row has no value for; empty when all have one. */
  String missing(Row row) {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] >= 0 && row.count(slots[i]) == 0) {
        return names[i];
      }
    }
    return "";
  }

  int count(Row row) {
    int count = 1;
    for (int slot : slots) {
      if (slot >= 0) {
        count *= row.count(slot);
        if (count > MOST_COMBINATIONS) {
          throw new RowRefusal("row.combinations", Integer.toString(MOST_COMBINATIONS));
        }
      }
    }
    return count;
  }

  /** Writes fixed text as it stands inside a literal, values by the encoding. */
  void write(Row row, int choice, Encoding encoding, Bytes out) {
    int rest = choice;
    for (int i = 0; i < slots.length; i++) {
      int slot = slots[i];
      if (slot < 0) {
        out.append(fixed[i]);
        continue;
      }
      int index = 0;
      int count = row.count(slot);
      if (count > 1) {
        index = rest % count;
        rest /= count;
      }
      int from = row.from(slot, index);
      int to = row.to(slot, index);
      try {
        encoding.write(row.text(), from, to, out);
      } catch (RowRefusal e) {
        throw e.blame(names[i], row.value(slot, index));
      }
    }
  }

  /** The text itself. */
  String text(Row row, int choice) {
    StringBuilder text = new StringBuilder();
    int rest = choice;
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] < 0) {
        text.append(names[i]);
      } else {
        int count = row.count(slots[i]);
        text.append(row.value(slots[i], rest % count));
        rest /= count;
      }
    }
    return text.toString();
  }

  /** The names of the references, for messages. */
  String references() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] >= 0) {
        list.append(list.isEmpty() ? "" : ", ").append(names[i]);
      }
    }
    return list.toString();
  }
}
