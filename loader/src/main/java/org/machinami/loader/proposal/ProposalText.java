package org.machinami.loader.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.machinami.loader.Messages;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.contract.Contracts;

/** A proposal as lines for people, in Japanese or English. */
public final class ProposalText {

  private static final int WIDEST = 32;
  private static final int NARROWEST = 4;

  private final Locale locale;

  public ProposalText(Locale locale) {
    this.locale = locale;
  }

  /** What the file is, its columns as a table, and what to know. */
  public List<String> lines(Proposal proposal) {
    FileProfile source = proposal.source();
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "propose.file",
            source.file(),
            source.rows(),
            source.columns().size(),
            source.encoding()));
    lines.add(
        text(
            "propose.class",
            label(proposal.rowClass()),
            shortened(proposal.rowClass()),
            percent(proposal.classConfidence())));
    lines.add(text("propose.key", key(proposal.key())));
    proposal
        .contract()
        .flatMap(Contracts::find)
        .ifPresent(
            contract ->
                lines.add(text("propose.contract", contract.title().in(locale), contract.iri())));
    lines.add("");
    lines.addAll(table(rows(proposal)));
    List<Note> notes = proposal.notes();
    if (!notes.isEmpty()) {
      lines.add("");
      notes.forEach(note -> lines.add("- " + note.text(locale)));
    }
    return lines;
  }

  private List<List<String>> rows(Proposal proposal) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            text("propose.column"),
            text("propose.sample"),
            text("propose.meaning"),
            text("propose.property"),
            text("propose.confidence"),
            text("propose.reason")));
    for (ProposedColumn column : proposal.columns()) {
      rows.add(
          List.of(
              column.reference(),
              column.samples().isEmpty() ? "" : column.samples().get(0),
              column.target().meaning().in(locale),
              becomes(column.target()),
              percent(column.confidence()),
              text("propose.reason." + column.reason().name().toLowerCase(Locale.ROOT))));
    }
    return rows;
  }

  private String key(ProposedKey key) {
    return key.columns().isEmpty()
        ? key.prefix() + "{@row}"
        : key.prefix()
            + String.join("-", key.columns().stream().map(name -> "{" + name + "}").toList());
  }

  /** What a column becomes, in few words. */
  private String becomes(Target target) {
    return switch (target.form()) {
      case LATITUDE, LONGITUDE, SHAPE -> "geo:hasGeometry";
      case DAY, HOUR, YEAR, MONTH -> text("propose.time");
      case NEUTRAL -> text("propose.neutral");
      case NOTHING -> text("propose.nothing");
      default ->
          target.property().map(ProposalText::shortened).orElse("")
              + target.language().map(tag -> " @" + tag).orElse("")
              + target.datatype().map(iri -> " " + shortened(iri)).orElse("")
              + target.link().map(link -> " " + link).orElse("");
    };
  }

  private String label(String iri) {
    Node node = NodeFactory.createURI(iri);
    return Vocabularies.find("city")
        .orElseThrow()
        .read()
        .find(node, RDFS.label.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(label -> label.getLiteralLanguage().equals(language()))
        .nextOptional()
        .map(Node::getLiteralLexicalForm)
        .orElse(shortened(iri));
  }

  private String language() {
    return "ja".equals(locale.getLanguage()) ? "ja" : "en";
  }

  private static String shortened(String iri) {
    return RmlText.shortened(iri);
  }

  private static String percent(double confidence) {
    return Math.round(100 * confidence) + "%";
  }

  private String text(String key, Object... arguments) {
    return Messages.text(locale, key, arguments);
  }

  /** Columns of equal width; a wide character takes two places. */
  private static List<String> table(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] =
            Math.max(widths[i], Math.max(NARROWEST, Math.min(WIDEST, width(plain(row.get(i))))));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = cut(plain(row.get(i)), widths[i]);
        line.append(cell);
        if (i < widths.length - 1) {
          line.append(" ".repeat(widths[i] - width(cell) + 2));
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cc}", " ");
  }

  private static String cut(String text, int widest) {
    if (width(text) <= widest) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += width(c);
      if (width > widest - 2) {
        break;
      }
      kept.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return kept.append('…').toString();
  }

  private static int width(String text) {
    return text.codePoints().map(ProposalText::width).sum();
  }

  private static int width(int c) {
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || c >= 0x1F000
            || c == '…';
    return wide ? 2 : 1;
  }
}
