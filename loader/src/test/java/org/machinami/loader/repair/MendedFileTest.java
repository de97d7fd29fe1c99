package org.machinami.loader.repair;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.LoadException;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;

/** Cells change, and nothing else does. Random cases print their seed. */
class MendedFileTest {

  private static final Charset CP932 = Charset.forName("windows-31j");

  @TempDir Path folder;

  private static Repair.Cell cell(long row, String column, String before, String after) {
    return new Repair.Cell(
        new Position("a.csv", OptionalLong.of(row), Optional.of(column)), before, after);
  }

  private byte[] mend(byte[] content, String name, Repair.Cell... cells) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    Path target = folder.resolve("mended-" + name);
    MendedFile.write(file, name, Optional.empty(), List.of(cells), target);
    assertArrayEquals(content, Files.readAllBytes(file), "the file itself is as it was");
    return Files.readAllBytes(target);
  }

  @Test
  void cp932_staysCp932_withItsQuotesAndLineEnds() throws IOException {
    String before = "名称,\"定員\",備考\r\n\"表の\r\n施設\",\"1,234\",髙\r\n能登,５人,①\r\n";
    byte[] after =
        mend(
            before.getBytes(CP932),
            "a.csv",
            cell(1, "定員", "1,234", "1234"),
            cell(2, "定員", "５人", "5"));
    assertEquals("名称,\"定員\",備考\r\n\"表の\r\n施設\",\"1234\",髙\r\n能登,5,①\r\n", new String(after, CP932));
  }

  @Test
  void textThatNeedsQuotes_getsThem_andAMarkAtTheBeginningStays() throws IOException {
    byte[] after =
        mend(
            "\uFEFF番号,名称\n1,a\n2,b".getBytes(StandardCharsets.UTF_8),
            "a.csv",
            cell(1, "番号", "1", "一"),
            cell(2, "名称", "b", "x, \"y\""));
    assertEquals("\uFEFF番号,名称\n一,a\n2,\"x, \"\"y\"\"\"", new String(after, StandardCharsets.UTF_8));
  }

  @Test
  void anotherFileThanThatWhichWasJudged_isNotMended() {
    byte[] content = "番号,名称\n1,a\n".getBytes(StandardCharsets.UTF_8);
    assertRefused("repair.changed", content, "a.csv", cell(1, "名称", "b", "c"));
    assertRefused("repair.no-column", content, "a.csv", cell(1, "区", "a", "c"));
    assertRefused("repair.no-row", content, "a.csv", cell(9, "名称", "a", "c"));
    assertRefused("repair.form", content, "a.json", cell(1, "名称", "a", "c"));
    assertRefused(
        "repair.unwritable", "番号,名称\n1,能登\n".getBytes(CP932), "a.csv", cell(1, "名称", "能登", "𠮷野"));
    assertRefused(
        "repair.encoding",
        "番号,名称\n1,a\n".getBytes(StandardCharsets.UTF_16),
        "a.csv",
        cell(1, "名称", "a", "c"));
  }

  private void assertRefused(String key, byte[] content, String name, Repair.Cell cell) {
    LoadException refused = assertThrows(LoadException.class, () -> mend(content, name, cell), key);
    assertEquals(key, refused.key());
    assertFalse(refused.text(Locale.JAPANESE).contains("{"), refused.text(Locale.JAPANESE));
    assertFalse(Files.exists(folder.resolve("mended-" + name)), "nothing half-written stays");
  }

  @Test
  void edits_countAsEditorsDo() throws IOException {
    String text = "名称,定員\n\"二\n行\",1人\n𠮷野,2人\n";
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    Repair.Cell first = cell(1, "定員", "1人", "1");
    Repair.Cell second = cell(2, "定員", "2人", "2");
    var edits =
        MendedFile.edits(
            file, "a.csv", TableForm.of("a.csv").orElseThrow(), List.of(first, second));
    assertEquals(new TextEdit("a.csv", 3, 4, 3, 6, "1"), edits.get(first));
    assertEquals(new TextEdit("a.csv", 4, 5, 4, 7, "2"), edits.get(second));
  }

  @RepeatedTest(20)
  void randomTables_readAsTheyDidButForTheCells() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String[] texts = {"", "a", "\"", "x,y", "東京都", "1,234", "改\n行", "\"q\"", "ソ能表"};
    Charset charset =
        List.of(StandardCharsets.UTF_8, CP932, Charset.forName("EUC-JP")).get(random.nextInt(3));
    List<List<String>> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder("番号,名称,備考\n");
    List<Repair.Cell> cells = new ArrayList<>();
    for (int row = 1; row <= 50; row++) {
      List<String> values = new ArrayList<>();
      for (int column = 0; column < 3; column++) {
        String value = texts[random.nextInt(texts.length)];
        values.add(value);
        boolean quoted = value.matches("(?s).*[\",\n].*") || random.nextInt(4) == 0;
        text.append(column > 0 ? "," : "")
            .append(quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value);
      }
      text.append(random.nextBoolean() ? "\n" : "\r\n");
      if (random.nextInt(3) == 0) {
        int column = random.nextInt(3);
        String after = texts[random.nextInt(texts.length)];
        String name = List.of("番号", "名称", "備考").get(column);
        cells.add(cell(row, name, values.get(column), after));
        values.set(column, after);
      }
      rows.add(values);
    }
    byte[] after =
        mend(text.toString().getBytes(charset), "a.csv", cells.toArray(Repair.Cell[]::new));
    assertEquals(rows, read(new String(after, charset)));
  }

  private static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    try (var reader =
        de.siegmar.fastcsv.reader.CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
      reader.stream().skip(1).forEach(record -> rows.add(record.getFields()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return rows;
  }

  @Test
  void workbook_keepsAllElse() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("一覧");
      fill(sheet.createRow(0), "名称", "定員", "開設");
      fill(sheet.createRow(1), "中央", "1,234人", "令和5年4月1日");
      fill(sheet.createRow(2), "北", "80", "2001-04-01");
      sheet.createRow(3).createCell(1).setCellFormula("1+1");
      sheet.setColumnWidth(0, 9_999);
      fill(book.createSheet("別表").createRow(0), "そのまま");
      book.write(out);
    }
    Path target = folder.resolve("mended.xlsx");
    MendedFile.write(
        file,
        "a.xlsx",
        Optional.empty(),
        List.of(cell(1, "定員", "1,234人", "1234"), cell(1, "開設", "令和5年4月1日", "2023-04-01")),
        target);
    try (InputStream in = Files.newInputStream(target);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      Sheet sheet = book.getSheet("一覧");
      assertEquals(1234, sheet.getRow(1).getCell(1).getNumericCellValue());
      assertEquals("2023-04-01", sheet.getRow(1).getCell(2).getStringCellValue());
      assertEquals("中央", sheet.getRow(1).getCell(0).getStringCellValue());
      assertEquals("80", sheet.getRow(2).getCell(1).getStringCellValue());
      assertEquals("1+1", sheet.getRow(3).getCell(1).getCellFormula());
      assertEquals(9_999, sheet.getColumnWidth(0));
      assertEquals("そのまま", book.getSheet("別表").getRow(0).getCell(0).getStringCellValue());
    }
    LoadException formula =
        assertThrows(
            LoadException.class,
            () ->
                MendedFile.write(
                    file,
                    "a.xlsx",
                    Optional.empty(),
                    List.of(cell(3, "定員", "2", "3")),
                    folder.resolve("no.xlsx")));
    assertEquals("repair.formula", formula.key());
    assertTrue(MendedFile.isPossible("a.XLSX"));
    assertFalse(MendedFile.isPossible("a.csv.gz"));
  }

  private static void fill(Row row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
    }
  }
}
