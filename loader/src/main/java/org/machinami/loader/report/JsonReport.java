package org.machinami.loader.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.machinami.loader.validation.Entry;
import org.machinami.loader.validation.Judgement;
import org.machinami.loader.validation.Validation;
import org.machinami.loader.validation.Words;
import org.machinami.shapes.Position;
import org.machinami.shapes.Repair;
import org.machinami.shapes.TermText;

/** The report for scripts, with the texts of both languages. */
final class JsonReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  String write(Validation validation) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("policy", validation.policy());
    whole.put("outcome", validation.outcome().id());
    whole.put("violations", validation.violations());
    whole.put("warnings", validation.warnings());
    whole.put("exit", validation.exitCode());
    whole.put("datasets", validation.judgements().stream().map(JsonReport::judgement).toList());
    return write(whole) + "\n";
  }

  static String write(Object value) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> judgement(Judgement judgement) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", judgement.name());
    judgement.iri().ifPresent(iri -> object.put("iri", iri));
    object.put("file", judgement.file());
    object.put("outcome", judgement.outcome().id());
    object.put("violations", judgement.violations());
    object.put("warnings", judgement.warnings());
    judgement.quality().ifPresent(quality -> object.put("qualityLevel", quality.level()));
    if (!judgement.standards().isEmpty()) {
      object.put("standards", judgement.standards().stream().map(JsonReport::words).toList());
    }
    object.put("findings", judgement.entries().stream().map(JsonReport::entry).toList());
    return object;
  }

  static Map<String, Object> entry(Entry entry) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", entry.rule());
    entry.iri().ifPresent(iri -> object.put("shape", iri));
    object.put("severity", entry.severity().name().toLowerCase(Locale.ROOT));
    object.put("thing", entry.thing());
    entry.focus().filter(Node::isURI).ifPresent(focus -> object.put("focus", focus.getURI()));
    entry.path().ifPresent(path -> object.put("property", path));
    entry.value().ifPresent(value -> object.put("value", TermText.of(value)));
    object.put("message", words(entry.message()));
    entry.expected().ifPresent(expected -> object.put("expected", words(expected)));
    entry.clause().ifPresent(clause -> object.put("clause", clause));
    entry.at().ifPresent(at -> object.put("at", position(at)));
    entry.against().ifPresent(other -> object.put("against", position(other)));
    entry
        .repair()
        .ifPresent(repair -> object.put("repair", repair(repair, entry.update().orElse(""))));
    return object;
  }

  private static Map<String, Object> words(Words words) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("ja", words.ja());
    object.put("en", words.en());
    return object;
  }

  private static Map<String, Object> position(Position at) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", at.file());
    at.line().ifPresent(line -> object.put("line", line));
    at.row().ifPresent(row -> object.put("row", row));
    at.column().ifPresent(column -> object.put("column", column));
    return object;
  }

  private static Map<String, Object> repair(Repair repair, String update) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", repair.kind().id());
    if (repair instanceof Repair.Patch patch) {
      object.put("removes", patch.removes().stream().map(TermText::of).toList());
      object.put("adds", patch.adds().stream().map(TermText::of).toList());
      object.put("update", update);
    } else if (repair instanceof Repair.NewCells cells) {
      object.put("cells", cells.cells().stream().map(JsonReport::cell).toList());
    }
    return object;
  }

  private static Map<String, Object> cell(Repair.Cell cell) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("at", position(cell.at()));
    object.put("before", cell.before());
    object.put("after", cell.after());
    return object;
  }
}
