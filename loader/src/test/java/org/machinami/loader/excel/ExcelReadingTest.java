package org.machinami.loader.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.machinami.loader.LoadException;
import org.machinami.loader.archive.ArchiveLimits;
import org.machinami.loader.source.SheetFeature;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;

/** Reads workbooks that Apache POI writes. */
class ExcelReadingTest {

  @Test
  void read_values_areWhatTheyMean() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet("表");
              row(sheet, 0, "名称", "数", "緯度", "日", "日時", "和暦", "コード", "有無", "空");
              Row row = sheet.createRow(1);
              row.createCell(0).setCellValue("千代田区");
              row.createCell(1).setCellValue(66758);
              row.createCell(2).setCellValue(0.1 + 0.2);
              dated(book, row, 3, "yyyy/m/d").setCellValue(LocalDate.of(2026, 4, 1));
              dated(book, row, 4, "yyyy/mm/dd hh:mm")
                  .setCellValue(LocalDateTime.of(2026, 4, 1, 8, 30));
              dated(book, row, 5, "[$-411]ggge\"年\"m\"月\"d\"日\"")
                  .setCellValue(LocalDate.of(1989, 1, 8));
              dated(book, row, 6, "000000").setCellValue(11002);
              row.createCell(7).setCellValue(true);
            });
    assertEquals(
        List.of("千代田区|66758|0.3|2026-04-01|2026-04-01T08:30:00|1989-01-08|011002|true|"),
        rows(file, "名称", "数", "緯度", "日", "日時", "和暦", "コード", "有無", "空"));
  }

  @Test
  void read_datesAtTheEndsOfTheCalendar_areRight() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet();
              row(sheet, 0, "日");
              double[] days = {1, 59, 61, 2_958_465};
              for (int i = 0; i < days.length; i++) {
                dated(book, sheet.createRow(i + 1), 0, "yyyy-mm-dd").setCellValue(days[i]);
              }
            });
    assertEquals(List.of("1900-01-01", "1900-02-28", "1900-03-01", "9999-12-31"), rows(file, "日"));
  }

  @Test
  void read_timesOfDay_andDurations() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet();
              row(sheet, 0, "時刻", "長さ");
              Row row = sheet.createRow(1);
              dated(book, row, 0, "h:mm").setCellValue(0.354166666666667);
              dated(book, row, 1, "[h]:mm").setCellValue(1.5);
            });
    assertEquals(List.of("08:30|1.5"), rows(file, "時刻", "長さ"));
  }

  @Test
  void read_textInRuns_isWhole_andItsReadingIsLeftOut() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet();
              row(sheet, 0, "名称");
              XSSFRichTextString text = new XSSFRichTextString("千代田区");
              text.applyFont(0, 3, book.createFont());
              sheet.createRow(1).createCell(0).setCellValue(text);
            });
    byte[] withReading =
        edited(
            file,
            "xl/sharedStrings.xml",
            xml ->
                xml.replace("</si></sst>", "<rPh sb=\"0\" eb=\"4\"><t>チヨダク</t></rPh></si></sst>"));
    assertTrue(withReading.length > file.length);
    assertEquals(List.of("千代田区"), rows(withReading, "名称"));
  }

  @Test
  void read_blankRowsAndRowNumbers_areThoseOfTheSheet() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet();
              row(sheet, 0, "名称");
              row(sheet, 1, "甲");
              row(sheet, 4, "乙");
            });
    assertEquals(List.of("甲|1", "-|2", "-|3", "乙|4"), rows(file, "名称", "@row"));
  }

  @Test
  void read_sheetByName_orTheFirstShown_belowSkippedRows() throws IOException {
    byte[] file =
        workbook(
            book -> {
              row(book.createSheet("作業"), 0, "名称");
              Sheet first = book.createSheet("一覧");
              row(first, 0, "表の題");
              row(first, 1, "名称");
              row(first, 2, "甲");
              Sheet second = book.createSheet("別表");
              row(second, 0, "名称");
              row(second, 1, "乙");
              book.setSheetHidden(0, true);
            });
    assertEquals(List.of("甲"), rows(file, new Case(Optional.empty(), 1), "名称"));
    assertEquals(List.of("乙"), rows(file, new Case(Optional.of("別表"), 0), "名称"));
    LoadException e =
        assertThrows(LoadException.class, () -> rows(file, new Case(Optional.of("無い"), 0), "名称"));
    assertEquals("excel.no-sheet", e.key());
    assertTrue(e.getMessage().contains("作業, 一覧, 別表"), e.getMessage());
  }

  @Test
  void read_missingColumn_isNamed() throws IOException {
    byte[] file = workbook(book -> row(book.createSheet(), 0, "名称"));
    assertRefused("source.missing-column", file, "名");
  }

  @Test
  void read_whatATableShouldNotHave_isTold() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet("一覧");
              row(sheet, 0, "区", "名称", "数");
              row(sheet, 1, "甲", "A", "1");
              row(sheet, 2, "", "B", "2");
              sheet.getRow(2).getCell(2).setCellFormula("1+1");
              row(sheet, 3, "丙", "C", "3");
              sheet.getRow(3).setZeroHeight(true);
              sheet.setColumnHidden(1, true);
              sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
              sheet
                  .createDrawingPatriarch()
                  .createCellComment(book.getCreationHelper().createClientAnchor());
              book.createSheet("作業");
              book.setSheetHidden(1, true);
              book.createSheet("別表");
            });
    List<String> told = new ArrayList<>();
    SourceInspector inspector =
        new SourceInspector() {
          @Override
          public void feature(SheetFeature feature, long row, String what) {
            told.add(feature + " " + row + " " + what);
          }
        };
    read(file, Case.FIRST, List.of(), row -> {}, inspector);
    assertTrue(
        told.containsAll(
            List.of(
                "HIDDEN 0 作業",
                "OTHER_SHEET 0 一覧",
                "HIDDEN 0 B",
                "FORMULA 2 数",
                "HIDDEN 3 ",
                "MERGED 1 A2:A3",
                "OBJECT 0 legacyDrawing")),
        told.toString());
  }

  @Test
  void read_manyRows_streamInBoundedMemory() throws IOException {
    int rows = 60_000;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SXSSFWorkbook book = new SXSSFWorkbook(100)) {
      Sheet sheet = book.createSheet();
      row(sheet, 0, "番号", "名称");
      for (int i = 1; i <= rows; i++) {
        Row row = sheet.createRow(i);
        row.createCell(0).setCellValue(i);
        row.createCell(1).setCellValue("名称" + i);
      }
      book.write(out);
    }
    long[] sum = new long[2];
    read(
        out.toByteArray(),
        Case.FIRST,
        List.of("番号", "名称"),
        row -> {
          sum[0]++;
          sum[1] += Long.parseLong(row.value(0, 0));
        },
        SourceInspector.NONE);
    assertEquals(rows, sum[0]);
    assertEquals((long) rows * (rows + 1) / 2, sum[1]);
  }

  @Test
  void macros_areRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
      row(book.createSheet(), 0, "名称");
      book.write(out);
    }
    assertRefused("excel.macros", out.toByteArray(), "名称");
    byte[] plain = workbook(book -> row(book.createSheet(), 0, "名称"));
    assertRefused("excel.macros", with(plain, "xl/vbaProject.bin", "x"), "名称");
  }

  @Test
  void oldWorkbook_isRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      row(book.createSheet(), 0, "名称");
      book.write(out);
    }
    assertRefused("excel.old", out.toByteArray(), "名称");
  }

  @Test
  void encryptedWorkbook_isRefused() throws Exception {
    byte[] plain = workbook(book -> row(book.createSheet(), 0, "名称"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream stream = encryptor.getDataStream(container)) {
        stream.write(plain);
      }
      container.writeFilesystem(out);
    }
    assertRefused("excel.encrypted", out.toByteArray(), "名称");
  }

  @Test
  void otherFiles_areRefused() {
    assertRefused("excel.no-workbook", "名称\n甲\n".getBytes(StandardCharsets.UTF_8), "名称");
    assertRefused("excel.no-workbook", new byte[0], "名称");
    assertRefused("excel.broken", new byte[] {'P', 'K', 3, 4, 0, 0}, "名称");
  }

  @Test
  void workbook_cutShort_isBroken() throws IOException {
    byte[] file = workbook(book -> row(book.createSheet(), 0, "名称"));
    assertRefused("excel.broken", java.util.Arrays.copyOf(file, file.length - 40), "名称");
  }

  @Test
  void doctype_isRefused_andNothingIsFetchedOrExpanded() throws IOException {
    byte[] file = workbook(book -> row(book.createSheet(), 0, "名称"));
    for (String doctype :
        List.of(
            "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">]>",
            "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>")) {
      for (String part :
          List.of("xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml")) {
        byte[] evil =
            edited(file, part, xml -> xml.replaceFirst("(<\\?xml[^>]*>)?\\s*<", doctype + "<"));
        assertRefused("excel.doctype", evil, "名称");
      }
    }
  }

  @Test
  void bomb_isStopped() throws IOException {
    byte[] file = workbook(book -> row(book.createSheet(), 0, "名称"));
    byte[] bomb =
        edited(
            file,
            "xl/worksheets/sheet1.xml",
            xml -> xml.replace("</sheetData>", " ".repeat(30 << 20) + "</sheetData>"));
    assertTrue(bomb.length < 1 << 20, bomb.length + " bytes");
    assertRefused("archive.ratio", bomb, "名称");
  }

  @Test
  void values_beyondTheCaps_areRefused() throws IOException {
    byte[] file = workbook(book -> row(book.createSheet(), 0, "名称", "x".repeat(30), "数"));
    assertEquals("excel.long-text", refusal(file, new SourceLimits(20, 1_000, 10, 10, 1)));
    assertEquals("source.row-length", refusal(file, new SourceLimits(50, 30, 10, 10, 1)));
    assertEquals("source.columns", refusal(file, new SourceLimits(50, 1_000, 2, 10, 1)));
  }

  private static String refusal(byte[] file, SourceLimits limits) {
    return assertThrows(
            LoadException.class,
            () ->
                new ExcelReading(Optional.empty(), 0, limits, ArchiveLimits.DEFAULT)
                    .read(
                        "a.xlsx",
                        new ByteArrayInputStream(file),
                        List.of(),
                        0,
                        row -> {},
                        SourceInspector.NONE))
        .key();
  }

  @Test
  void rowsAndCells_outOfOrder_areBroken() throws IOException {
    byte[] file =
        workbook(
            book -> {
              Sheet sheet = book.createSheet();
              row(sheet, 0, "名称", "数");
              row(sheet, 1, "甲", "1");
            });
    assertRefused(
        "excel.broken",
        edited(file, "xl/worksheets/sheet1.xml", xml -> xml.replace("r=\"B2\"", "r=\"A2\"")),
        "名称");
    assertRefused(
        "excel.broken",
        edited(file, "xl/worksheets/sheet1.xml", xml -> xml.replace("row r=\"2\"", "row r=\"1\"")),
        "名称");
    assertRefused(
        "source.columns",
        edited(file, "xl/worksheets/sheet1.xml", xml -> xml.replace("r=\"B2\"", "r=\"ZZZ2\"")),
        "名称");
  }

  private record Case(Optional<String> sheet, int skipped) {
    static final Case FIRST = new Case(Optional.empty(), 0);
  }

  private interface Content {
    void write(XSSFWorkbook book) throws IOException;
  }

  private static byte[] workbook(Content content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      content.write(book);
      book.write(out);
    }
    return out.toByteArray();
  }

  private static void row(Sheet sheet, int number, String... values) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < values.length; i++) {
      row.createCell(i).setCellValue(values[i]);
    }
  }

  private static Cell dated(Workbook book, Row row, int column, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  /** The same archive with one part changed. */
  private static byte[] edited(byte[] file, String part, UnaryOperator<String> edit)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean found = false;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (entry.getName().equals(part)) {
          found = true;
          String before = new String(bytes, StandardCharsets.UTF_8);
          bytes = edit.apply(before).getBytes(StandardCharsets.UTF_8);
        }
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(bytes);
      }
    }
    assertTrue(found, part);
    return out.toByteArray();
  }

  private static byte[] with(byte[] file, String part, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(in.readAllBytes());
      }
      zip.putNextEntry(new ZipEntry(part));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private void assertRefused(String key, byte[] file, String column) {
    LoadException e = assertThrows(LoadException.class, () -> rows(file, column), key);
    assertEquals(key, e.key(), () -> e.getMessage());
    assertTrue(e.text(Locale.JAPANESE).contains("a.xlsx"), e.text(Locale.JAPANESE));
  }

  private static List<String> rows(byte[] file, String... columns) throws IOException {
    return rows(file, Case.FIRST, columns);
  }

  /** Values in the order of the columns; "-" for a blank row. */
  private static List<String> rows(byte[] file, Case of, String... columns) throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> references = List.of(columns);
    read(
        file,
        of,
        references,
        row -> {
          List<String> values = new ArrayList<>();
          for (int slot = 0; slot < references.size(); slot++) {
            boolean number = references.get(slot).equals("@row");
            values.add(
                row.blank()
                    ? number ? Long.toString(row.number()) : "-"
                    : row.count(slot) == 0 ? "" : row.value(slot, 0));
          }
          assertEquals("", row.fault());
          rows.add(String.join("|", values));
        },
        SourceInspector.NONE);
    return rows;
  }

  private static void read(
      byte[] file,
      Case of,
      List<String> references,
      org.machinami.loader.source.RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    try (InputStream in = new ByteArrayInputStream(file)) {
      new ExcelReading(of.sheet(), of.skipped(), SourceLimits.DEFAULT, ArchiveLimits.DEFAULT)
          .read("a.xlsx", in, references, 0, handler, inspector);
    }
  }
}
