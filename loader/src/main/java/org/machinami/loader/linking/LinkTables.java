package org.machinami.loader.linking;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Links and answers as CSV: what is mapped to triples, kept as files, and read again. */
final class LinkTables {
  private static final String[] LINK = {
    "key",
    "from",
    "fromLabel",
    "fromDataset",
    "to",
    "toLabel",
    "toDataset",
    "sameKind",
    "method",
    "confidence",
    "metres"
  };
  private static final String[] ANSWER = {"from", "to", "same", "at"};

  private LinkTables() {}

  static void writeLinks(Collection<Link> links, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(LINK);
      for (Link link : links) {
        csv.writeRecord(
            link.key(),
            link.from().iri(),
            link.from().label(),
            link.from().dataset(),
            link.to().iri(),
            link.to().label(),
            link.to().dataset(),
            Boolean.toString(link.sameKind()),
            link.method().id(),
            String.format(Locale.ROOT, "%.2f", link.confidence()),
            link.metres().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.0f", link.metres().getAsDouble()));
      }
    }
  }

  static List<Link> readLinks(InputStream in) throws IOException {
    List<Link> links = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = reader(in)) {
      for (NamedCsvRecord row : csv) {
        String metres = row.getField("metres");
        links.add(
            new Link(
                end(row, "from"),
                end(row, "to"),
                Boolean.parseBoolean(row.getField("sameKind")),
                LinkMethod.find(row.getField("method")).orElseThrow(),
                Double.parseDouble(row.getField("confidence")),
                metres.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(metres))));
      }
    }
    return links;
  }

  private static Link.End end(NamedCsvRecord row, String name) {
    return new Link.End(
        row.getField(name), row.getField(name + "Label"), row.getField(name + "Dataset"));
  }

  static void writeAnswers(Collection<Answer> answers, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(ANSWER);
      for (Answer answer : answers) {
        csv.writeRecord(
            answer.from(), answer.to(), Boolean.toString(answer.same()), answer.at().toString());
      }
    }
  }

  static List<Answer> readAnswers(InputStream in) throws IOException {
    List<Answer> answers = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = reader(in)) {
      for (NamedCsvRecord row : csv) {
        answers.add(
            new Answer(
                row.getField("from"),
                row.getField("to"),
                Boolean.parseBoolean(row.getField("same")),
                Instant.parse(row.getField("at"))));
      }
    }
    return answers;
  }

  private static CsvReader<NamedCsvRecord> reader(InputStream in) {
    return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
