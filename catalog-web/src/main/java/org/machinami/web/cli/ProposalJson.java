package org.machinami.web.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.machinami.loader.proposal.FileProfile;
import org.machinami.loader.proposal.Proposal;
import org.machinami.loader.proposal.ProposedColumn;
import org.machinami.loader.proposal.Target;
import org.machinami.shapes.contract.Words;

/** A proposal for scripts. */
final class ProposalJson {

  private ProposalJson() {}

  static Map<String, Object> of(Proposal proposal) {
    FileProfile source = proposal.source();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", source.file());
    object.put("format", name(source.formulation()));
    object.put("encoding", source.encoding());
    object.put("rows", source.rows());
    object.put("whole", source.whole());
    object.put("class", proposal.rowClass());
    object.put("confidence", proposal.classConfidence());
    proposal.contract().ifPresent(iri -> object.put("contract", iri));
    object.put(
        "key",
        Map.of(
            "prefix", proposal.key().prefix(),
            "columns", proposal.key().columns(),
            "unique", proposal.key().unique()));
    object.put("columns", proposal.columns().stream().map(ProposalJson::column).toList());
    object.put(
        "notes",
        proposal.notes().stream()
            .map(
                note ->
                    Map.of(
                        "key", note.key(),
                        "ja", note.text(Locale.JAPANESE),
                        "en", note.text(Locale.ENGLISH)))
            .toList());
    return object;
  }

  private static Map<String, Object> column(ProposedColumn column) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("column", column.reference());
    object.put("values", name(column.kind()));
    object.put("samples", column.samples());
    object.put("confidence", column.confidence());
    object.put("reason", name(column.reason()));
    object.put("target", target(column.target()));
    List<Map<String, Object>> others = column.others().stream().map(ProposalJson::target).toList();
    object.put("others", others);
    return object;
  }

  private static Map<String, Object> target(Target target) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("form", name(target.form()));
    object.put("meaning", words(target.meaning()));
    target.property().ifPresent(iri -> object.put("property", iri));
    target.datatype().ifPresent(iri -> object.put("datatype", iri));
    target.language().ifPresent(tag -> object.put("language", tag));
    target.link().ifPresent(template -> object.put("link", template));
    target.function().ifPresent(function -> object.put("function", function));
    return object;
  }

  private static Map<String, String> words(Words words) {
    return Map.of("ja", words.ja(), "en", words.en());
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
