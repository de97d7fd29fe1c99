package org.machinami.loader.source;

import java.util.Arrays;
import java.util.List;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** Which column of a table goes into which slot of a row. Immutable. */
public final class ColumnSlots {

  private final int[] slots;
  private final int rowNumberSlot;
  private final int fileNameSlot;

  private ColumnSlots(int[] slots, int rowNumberSlot, int fileNameSlot) {
    this.slots = slots;
    this.rowNumberSlot = rowNumberSlot;
    this.fileNameSlot = fileNameSlot;
  }

  /**
   * The slots of the columns of a table.
   *
   * @param written the names of the columns as they stand in the file
   * @throws LoadException when a referenced column is missing or there are two of its name, or a
   *     name has what no text has
   */
  public static ColumnSlots of(String file, List<String> written, List<String> references) {
    return of(file, written, references, true);
  }

  /**
   * The slots of the columns of a table.
   *
   * @param needed whether a referenced column has to be there
   */
  static ColumnSlots of(
      String file, List<String> written, List<String> references, boolean needed) {
    List<String> header = written.stream().map(String::strip).toList();
    requireText(file, header);
    int[] slots = new int[header.size()];
    Arrays.fill(slots, -1);
    int rowNumberSlot = references.indexOf(SourceReader.ROW_NUMBER);
    int fileNameSlot = references.indexOf(SourceReader.FILE_NAME);
    for (int slot = 0; slot < references.size(); slot++) {
      String reference = references.get(slot);
      if (slot == rowNumberSlot || slot == fileNameSlot) {
        continue;
      }
      int column = header.indexOf(reference);
      if (column < 0 && !needed) {
        continue;
      }
      if (column < 0) {
        throw new LoadException(
            Fault.FOLDER,
            "source.missing-column",
            file,
            reference,
            Nearest.of(reference, header),
            String.join(", ", header));
      }
      if (header.lastIndexOf(reference) != column) {
        throw new LoadException(Fault.FOLDER, "source.double-column", file, reference);
      }
      slots[column] = slot;
    }
    return new ColumnSlots(slots, rowNumberSlot, fileNameSlot);
  }

  /**
   * Names may be in several lines; other control characters are bytes of a file of another kind.
   */
  private static void requireText(String file, List<String> header) {
    for (int i = 0; i < header.size(); i++) {
      boolean text = header.get(i).chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c));
      if (!text) {
        throw new LoadException(Fault.DATA, "source.header-control", file, i + 1);
      }
    }
  }

  /** The slot of a column; -1 where no reference asks for it. */
  public int of(int column) {
    return column < slots.length ? slots[column] : -1;
  }

  /** How many columns the table has. */
  public int columns() {
    return slots.length;
  }

  /** Adds the values of references that mean the same in every format. */
  public void addFixed(Row row, String file, long number) {
    if (rowNumberSlot >= 0) {
      row.add(rowNumberSlot, Long.toString(number));
    }
    if (fileNameSlot >= 0) {
      row.add(fileNameSlot, SourceFiles.plainName(file));
    }
  }
}
