package org.machinami.loader.repair;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.excel.CellEditing;
import org.machinami.loader.source.CellRewriting;
import org.machinami.shapes.Repair;

/**
 * Makes a new version of a table in which some cells say something else. The file itself is not
 * touched; the new one is there whole or not at all.
 */
public final class MendedFile {

  private MendedFile() {}

  /** Whether a file of that name can be mended: it is a table as it lies on disk. */
  public static boolean isPossible(String name) {
    return TableForm.of(name).isPresent() || isWorkbook(name);
  }

  private static boolean isWorkbook(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  /**
   * Writes the new version.
   *
   * @param name of the file, for messages
   * @param form as the mapping reads it; empty: by its name
   * @param cells of this file
   * @param target a file that does not exist yet
   * @throws LoadException when a cell does not say what the repair says it does, when the encoding
   *     of the file cannot write the other text, or the file is no table
   */
  public static void write(
      Path file,
      String name,
      Optional<TableForm> form,
      Collection<Repair.Cell> cells,
      Path target) {
    try {
      if (isWorkbook(name)) {
        CellEditing.copy(file, name, Optional.empty(), 0, cells, target);
        return;
      }
      TableForm table =
          form.or(() -> TableForm.of(name))
              .orElseThrow(() -> new LoadException(Fault.DATA, "repair.form", name));
      WantedCells wanted = new WantedCells(name, cells, (cell, place) -> {});
      CellRewriting rewriting = table.rewriting(file, name);
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
          OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
        rewriting.copy(in, out, wanted);
      }
      wanted.requireAll();
    } catch (IOException e) {
      delete(target);
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", name, e.toString());
    } catch (LoadException e) {
      delete(target);
      throw e;
    }
  }

  /** Where cells of a table of text stand in the file, and how the other text is written there. */
  public static Map<Repair.Cell, TextEdit> edits(
      Path file, String name, TableForm form, Collection<Repair.Cell> cells) {
    Map<Repair.Cell, TextEdit> edits = new HashMap<>();
    CellRewriting rewriting = form.rewriting(file, name);
    WantedCells wanted =
        new WantedCells(
            name,
            cells,
            (cell, place) ->
                edits.put(
                    cell,
                    new TextEdit(
                        name,
                        place.line(),
                        place.column(),
                        place.endLine(),
                        place.endColumn(),
                        rewriting.written(cell.after(), false))));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      rewriting.copy(in, OutputStream.nullOutputStream(), wanted);
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", name, e.toString());
    }
    return edits;
  }

  private static void delete(Path target) {
    try {
      Files.deleteIfExists(target);
    } catch (IOException e) {
      // what is told is why it was not written
    }
  }
}
