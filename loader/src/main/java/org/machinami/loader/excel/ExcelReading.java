package org.machinami.loader.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.archive.ZipArchive;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.source.SourceReader;

/**
 * One sheet of a workbook as a table: the first row, or that below the skipped ones, names the
 * columns. An archive can only be read from a file, so the bytes are set aside for the time of
 * reading.
 */
public final class ExcelReading implements SourceReader {

  private final Optional<String> sheet;
  private final int skippedRows;
  private final SourceLimits limits;
  private final ArchiveLimits archiveLimits;

  /**
   * @param sheet name of the sheet; empty: the first that is shown
   * @param skippedRows rows above the header
   */
  public ExcelReading(
      Optional<String> sheet, int skippedRows, SourceLimits limits, ArchiveLimits archiveLimits) {
    this.sheet = sheet;
    this.skippedRows = skippedRows;
    this.limits = limits;
    this.archiveLimits = archiveLimits;
  }

  @Override
  public SourceFinding read(
      SourceContent content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    String name = content.name();
    Path file = Files.createTempFile("machinami-", ".xlsx");
    try {
      Files.copy(content.bytes(), file, StandardCopyOption.REPLACE_EXISTING);
      Container.requireWorkbook(file, name);
      try (ZipArchive archive = ZipArchive.open(file, name, archiveLimits)) {
        Workbook workbook = Workbook.read(archive, name, limits);
        SheetTable table = new SheetTable(name, references, extraSlots, limits, handler, inspector);
        new SheetReader(workbook, workbook.sheet(sheet), skippedRows, table).read();
        return new SourceFinding(
            name, "UTF-8", SourceFinding.How.DECLARED, table.rows(), List.of());
      }
    } catch (LoadException e) {
      throw e.key().equals("archive.broken") || e.key().equals("archive.no-zip")
          ? new LoadException(Fault.DATA, e, "excel.broken", name)
          : e;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Rows above the header. */
  public int skippedRows() {
    return skippedRows;
  }
}
