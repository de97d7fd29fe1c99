package org.machinami.loader.harvest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a source said the last time, by record: enough to know the same again without mapping or
 * judging it. It is derived: when it is lost, the next run reads and judges all, and commits only
 * what differs.
 *
 * @param stamp what records were read by; another one and they must be read again
 * @param full when all of the source was read
 * @param values what the source itself left
 * @param records by foreign name
 */
record SourceMemory(
    String stamp, Instant full, Map<String, String> values, Map<String, Known> records) {
  private static final String HEAD = "machinami harvest memory 1";
  private static final String FIELD = "\t";
  private static final int FIELDS = 11;

  /** Marks a record that was refused, or one that stands here under another's name. */
  enum Fate {
    TAKEN,
    REFUSED,
    LINKED
  }

  /**
   * A record.
   *
   * @param listed its name in lists of the source; may be empty
   * @param digest of what the source said; empty where it does not come in records
   * @param content of the description that it became; 0 where there is none
   * @param id of the dataset here; of a linked one that of the dataset that it is the same as
   * @param date when the source says it was written; 0 where it does not
   * @param how by what a linked one was known; empty for others
   * @param refusal why it was refused, in Japanese and English, and by which clauses
   */
  record Known(
      String listed,
      String digest,
      long content,
      String id,
      long date,
      Fate fate,
      String how,
      HarvestReport.RefusedDataset refusal) {
    Known {
      Objects.requireNonNull(listed, "listed");
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(fate, "fate");
      Objects.requireNonNull(how, "how");
      Objects.requireNonNull(refusal, "refusal");
    }
  }

  SourceMemory {
    Objects.requireNonNull(stamp, "stamp");
    Objects.requireNonNull(full, "full");
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    records = Collections.unmodifiableMap(records);
  }

  static SourceMemory none() {
    return new SourceMemory("", Instant.EPOCH, Map.of(), Map.of());
  }

  /** Reads a file; one that is not there, of another version or broken is as none. */
  static SourceMemory read(Path file) {
    if (!Files.exists(file)) {
      return none();
    }
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (!HEAD.equals(lines.readLine())) {
        return none();
      }
      String stamp = plain(String.valueOf(lines.readLine()));
      Instant full = Instant.parse(String.valueOf(lines.readLine()));
      Map<String, String> values = new HashMap<>();
      Map<String, Known> records = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("end")) {
          return new SourceMemory(stamp, full, values, records);
        }
        String[] parts = line.split(FIELD, -1);
        if (parts.length == 3) {
          values.put(plain(parts[1]), plain(parts[2]));
        } else if (parts.length == FIELDS) {
          records.put(plain(parts[0]), known(parts));
        }
      }
      return none(); // cut off
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      return none(); // whatever is in it, it can be had again from the source
    }
  }

  private static Known known(String[] parts) {
    return new Known(
        plain(parts[1]),
        parts[2],
        Long.parseUnsignedLong(parts[3], 16),
        parts[4],
        Long.parseLong(parts[5]),
        Fate.valueOf(parts[6]),
        parts[10],
        new HarvestReport.RefusedDataset(
            plain(parts[0]),
            plain(parts[7]),
            plain(parts[8]),
            parts[9].isEmpty() ? java.util.List.of() : java.util.List.of(parts[9].split(" "))));
  }

  void write(Path file) {
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        out.write(HEAD + "\n" + escaped(stamp) + "\n" + full + "\n");
        for (Map.Entry<String, String> value : values.entrySet()) {
          out.write("v\t" + escaped(value.getKey()) + FIELD + escaped(value.getValue()) + "\n");
        }
        for (Map.Entry<String, Known> record : records.entrySet()) {
          out.write(line(record.getKey(), record.getValue()));
        }
        out.write("end\n");
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(String foreign, Known known) {
    return String.join(
            FIELD,
            escaped(foreign),
            escaped(known.listed()),
            known.digest(),
            Long.toHexString(known.content()),
            known.id(),
            Long.toString(known.date()),
            known.fate().name(),
            escaped(known.refusal().reasonJa()),
            escaped(known.refusal().reasonEn()),
            String.join(" ", known.refusal().clauses()),
            known.how())
        + "\n";
  }

  private static String escaped(String text) {
    boolean needed = false;
    for (int k = 0; k < text.length() && !needed; k++) {
      needed = text.charAt(k) == '\\' || Character.isISOControl(text.charAt(k));
    }
    return needed
        ? text.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")
        : text;
  }

  private static String plain(String text) {
    return text.indexOf('\\') < 0 ? text : text.translateEscapes();
  }

  /** What identifies each record as it was said. */
  Set<String> digests() {
    return records.values().stream()
        .map(Known::digest)
        .filter(digest -> !digest.isEmpty())
        .collect(Collectors.toSet());
  }

  Optional<Known> find(String foreign) {
    return Optional.ofNullable(records.get(foreign));
  }
}
