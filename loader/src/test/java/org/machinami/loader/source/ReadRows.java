package org.machinami.loader.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader makes of a source: a line a row, its values parted by {@code |}, several of one by
 * {@code ;}; or {@code !} and the reason why it could not be read.
 */
public record ReadRows(List<String> rows, SourceFinding finding) {

  public static ReadRows of(SourceReader reader, Path file, String... references)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return of(reader, SourceContent.ofFile(file, file.getFileName().toString(), in), references);
    }
  }

  public static ReadRows of(SourceReader reader, String name, byte[] bytes, String... references)
      throws IOException {
    return of(reader, SourceContent.of(name, new ByteArrayInputStream(bytes)), references);
  }

  private static ReadRows of(SourceReader reader, SourceContent content, String... references)
      throws IOException {
    List<String> rows = new ArrayList<>();
    SourceFinding finding =
        reader.read(
            content,
            List.of(references),
            0,
            row -> rows.add(text(row, references.length)),
            SourceInspector.NONE);
    return new ReadRows(rows, finding);
  }

  private static String text(Row row, int slots) {
    if (!row.fault().isEmpty()) {
      return "!" + row.fault() + (row.faultDetail().isEmpty() ? "" : " " + row.faultDetail());
    }
    StringBuilder text = new StringBuilder();
    for (int slot = 0; slot < slots; slot++) {
      text.append(slot == 0 ? "" : "|");
      for (int i = 0; i < row.count(slot); i++) {
        text.append(i == 0 ? "" : ";").append(row.value(slot, i));
      }
    }
    return text.toString();
  }
}
