package org.machinami.loader.excel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.machinami.loader.LoadException;
import org.machinami.loader.archive.ArchiveEntry;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.archive.ZipArchive;
import org.machinami.loader.source.SourceLimits;
import org.machinami.shapes.Repair;

/**
 * Copies a workbook with other values in some cells of a sheet; all other parts stay as they are.
 */
public final class CellEditing {

  private CellEditing() {}

  /**
   * Copies.
   *
   * @param name of the file, for messages
   * @param sheet its name; empty: the first that is shown
   * @param skippedRows above the header
   * @param target a file that does not exist yet
   * @throws LoadException when a cell does not say what the repair says it does, or a formula makes
   *     it
   */
  public static void copy(
      Path file,
      String name,
      Optional<String> sheet,
      int skippedRows,
      Collection<Repair.Cell> cells,
      Path target)
      throws IOException {
    EditedCells edited = new EditedCells(name, skippedRows, cells);
    try (InputStream in = Files.newInputStream(file)) {
      new ExcelReading(sheet, skippedRows, SourceLimits.DEFAULT, ArchiveLimits.DEFAULT)
          .read(name, in, List.of(), 0, row -> {}, edited);
    }
    edited.requireAll();
    try (ZipArchive archive = ZipArchive.open(file, name, ArchiveLimits.DEFAULT);
        OutputStream bytes = Files.newOutputStream(target);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      Workbook workbook = Workbook.read(archive, name, SourceLimits.DEFAULT);
      String part = workbook.sheet(sheet).part();
      for (ArchiveEntry entry : archive.entries()) {
        out.putNextEntry(new ZipEntry(entry.name()));
        try (InputStream content = archive.open(entry)) {
          if (entry.name().equals(part)) {
            new SheetCopy(name, workbook.formats(), edited).copy(content, out);
          } else {
            content.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
  }
}
