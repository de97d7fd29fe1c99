package org.machinami.loader.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Records are where the parser of tables has them. Random cases print their seed. */
class RecordReaderTest {
  private static final String[] PIECES = {
    "a", "b c", "駅", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", "\",\"", "\"\n", "\n\""
  };

  @RepeatedTest(2000)
  void read_anyTable_splitsLikeTheParser() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("head\n");
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    List<List<String>> expected = parse(text.toString());
    RecordReader reader = reader(text.toString());
    assertEquals("head\n", new String(reader.head(0), StandardCharsets.UTF_8));
    List<List<String>> found = new ArrayList<>();
    try {
      for (RawRecord record = reader.read(); record != null; record = reader.read()) {
        List<List<String>> one =
            parse("head\n" + new String(record.content(), StandardCharsets.UTF_8) + "\n");
        assertEquals(2, one.size(), () -> "seed " + seed + ": " + text);
        found.add(one.get(1));
        assertEquals(found.size(), record.number());
      }
    } catch (IOException e) {
      assertEquals("the last record has an open quote", e.getMessage());
      assertEquals(expected.subList(1, found.size() + 1), found, () -> "seed " + seed);
      return;
    }
    assertEquals(expected.subList(1, expected.size()), found, () -> "seed " + seed + ": " + text);
  }

  @Test
  void head_linesAboveAndAMark_areGivenAsTheyAre() throws IOException {
    String text = "\uFEFFtitle \"\n\r\n\"a,\n1\",b\r\n1,2\n";
    RecordReader reader = reader(text);
    byte[] head = reader.head(2);
    assertEquals("\uFEFFtitle \"\n\r\n\"a,\n1\",b\r\n", new String(head, StandardCharsets.UTF_8));
    assertArrayEquals("1,2".getBytes(StandardCharsets.UTF_8), reader.read().content());
    assertNull(reader.read());
  }

  @Test
  void head_ofATableThatBeginsWithAMarkAndAQuote_isOneRecord() throws IOException {
    RecordReader reader = reader("\uFEFF\"a\nb\",c\n1,2");
    assertEquals("\uFEFF\"a\nb\",c\n", new String(reader.head(0), StandardCharsets.UTF_8));
  }

  @Test
  void read_recordLongerThanAnyRow_fails() throws IOException {
    byte[] line = new byte[40 << 20];
    RecordReader reader = new RecordReader(new ByteArrayInputStream(line), ',');
    IOException refusal = assertThrows(IOException.class, () -> reader.head(0));
    assertEquals("a record is longer than 16777216 bytes", refusal.getMessage());
  }

  private static RecordReader reader(String text) {
    return new RecordReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',');
  }

  private static List<List<String>> parse(String text) {
    List<List<String>> rows = new ArrayList<>();
    for (CsvRecord row :
        CsvReader.builder()
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .ofCsvRecord(text)) {
      rows.add(row.getFields());
    }
    return rows;
  }
}
