package org.machinami.shapes.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.machinami.shapes.Position;

/** The rules on contracts as the bundled Turtle has them, with their texts. */
public final class ContractRules {

  private static final String FILE = "rules.ttl";

  private static final class Holder {
    static final Graph RULES = parse();
    static final Map<String, Words> TEXTS = new HashMap<>();

    static {
      RULES
          .find(Node.ANY, SHACL.message, Node.ANY)
          .forEachRemaining(triple -> put(triple.getSubject(), SHACL.message));
      RULES
          .find(Node.ANY, RDFS.label.asNode(), Node.ANY)
          .forEachRemaining(triple -> put(triple.getSubject(), RDFS.label.asNode()));
    }

    private static void put(Node subject, Node property) {
      Map<String, String> texts =
          RULES
              .find(subject, property, Node.ANY)
              .mapWith(triple -> triple.getObject())
              .toList()
              .stream()
              .collect(Collectors.toMap(Node::getLiteralLanguage, Node::getLiteralLexicalForm));
      TEXTS.put(
          subject.getURI(),
          new Words(
              Objects.requireNonNull(texts.get("ja"), subject.getURI()),
              Objects.requireNonNull(texts.get("en"), subject.getURI())));
    }

    private static Graph parse() {
      Graph graph = GraphFactory.createDefaultGraph();
      try (InputStream in = ContractRules.class.getResourceAsStream(FILE)) {
        RDFParser.source(Objects.requireNonNull(in, FILE)).lang(Lang.TURTLE).parse(graph);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the bundled rules on contracts", e);
      }
      return graph;
    }
  }

  private ContractRules() {}

  /** The rules; not to be changed. */
  public static Graph graph() {
    return Holder.RULES;
  }

  /** What a cell may hold, in words. */
  public static Words expected(ValueRule rule) {
    if (!rule.values().isEmpty()) {
      String values =
          rule.values().stream()
              .filter(value -> !value.isEmpty())
              .collect(Collectors.joining(" / "));
      return filled(text(Term.LISTED), Map.of("values", values));
    }
    if (rule.format().isPresent()) {
      return filled(text(Term.FORMAT), Map.of("format", rule.format().get().pattern()));
    }
    if (rule.minimum().isPresent() && rule.maximum().isPresent()) {
      return filled(
          text(Term.BOUNDS),
          Map.of(
              "minimum", rule.minimum().get().toPlainString(),
              "maximum", rule.maximum().get().toPlainString()));
    }
    return text(rule.datatype());
  }

  /** That a column of this name was probably meant. */
  public static Words meant(String header) {
    return filled(text(Term.MEANT), Map.of("header", header));
  }

  static Words message(ContractFinding finding) {
    Words template = text(finding.kind().shape());
    Map<String, String> common =
        Map.of(
            "file", finding.at().file(),
            "row", row(finding.at()),
            "other", finding.against().map(ContractRules::row).orElse(""),
            "column", finding.at().column().orElse(""),
            "value", finding.value());
    Words filled = filled(template, common);
    return new Words(
        filled.ja().replace("{?expected}", finding.expected().ja()),
        filled.en().replace("{?expected}", finding.expected().en()));
  }

  private static String row(Position at) {
    return at.row().isPresent() ? Long.toString(at.row().getAsLong()) : "";
  }

  private static Words filled(Words template, Map<String, String> values) {
    String ja = template.ja();
    String en = template.en();
    for (Map.Entry<String, String> value : values.entrySet()) {
      String mark = "{?" + value.getKey() + "}";
      ja = ja.replace(mark, value.getValue());
      en = en.replace(mark, value.getValue());
    }
    return new Words(ja, en);
  }

  private static Words text(String iri) {
    return Optional.ofNullable(Holder.TEXTS.get(iri))
        .orElseThrow(() -> new IllegalStateException("no text for " + iri));
  }

  /** Phrases in the file that are of no datatype. */
  private static final class Term {
    private static final String NS = "https://machinami.org/vocab/contract#";
    static final String LISTED = NS + "listed";
    static final String FORMAT = NS + "format";
    static final String BOUNDS = NS + "bounds";
    static final String MEANT = NS + "meant";

    private Term() {}
  }
}
