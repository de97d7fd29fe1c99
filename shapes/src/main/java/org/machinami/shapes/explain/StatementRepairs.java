package org.machinami.shapes.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.machinami.shapes.Repair;
import org.machinami.shapes.RepairKind;

/** Repairs of what is missing, or there too often. */
final class StatementRepairs {

  private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}]");
  private static final Pattern ASCII_WORDS =
      Pattern.compile("[\\x20-\\x7E]*[A-Za-z]{2}[\\x20-\\x7E]*");

  /** Words by which English is told from its neighbours. */
  private static final Set<String> ENGLISH =
      Set.of("of", "the", "and", "for", "by", "with", "from");

  private static final Set<String> OTHERS =
      Set.of(
          "de", "het", "een", "van", "voor", "la", "le", "les", "des", "du", "et", "der", "die",
          "das", "und", "el", "los", "y", "il", "di", "op", "met");

  private final ShapeReader shapes;

  StatementRepairs(ShapeReader shapes) {
    this.shapes = shapes;
  }

  List<Repair.Patch> of(Finding finding) {
    List<Repair.Patch> repairs = new ArrayList<>();
    List<RepairKind> declared = shapes.declared(finding.shape());
    if (declared.contains(RepairKind.LANGUAGE)) {
      shapes.languages(finding.shape()).forEach(language -> language(finding, language, repairs));
    }
    if (declared.contains(RepairKind.ACCESS_URL) && finding.value().isEmpty()) {
      accessUrl(finding).ifPresent(repairs::add);
    }
    if (shapes.hasMaximum(finding.shape()) && finding.value().isEmpty()) {
      duplicate(finding).ifPresent(repairs::add);
    }
    return repairs;
  }

  private static void language(Finding finding, String language, List<Repair.Patch> repairs) {
    for (Node value : finding.values()) {
      if (value.isLiteral()
          && value.getLiteralLanguage().isEmpty()
          && language(value.getLiteralLexicalForm()).filter(language::equals).isPresent()) {
        Node tagged = NodeFactory.createLiteralLang(value.getLiteralLexicalForm(), language);
        repairs.add(
            new Repair.Patch(
                RepairKind.LANGUAGE,
                List.of(finding.statement(value)),
                List.of(finding.statement(tagged))));
      }
    }
  }

  /** The language of a text where it is plain: Japanese by its letters, English by its words. */
  static Optional<String> language(String text) {
    if (KANA.matcher(text).find() || HAN.matcher(text).find()) {
      return Optional.of("ja");
    }
    if (!ASCII_WORDS.matcher(text).matches()) {
      return Optional.empty();
    }
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    boolean english = words.stream().anyMatch(ENGLISH::contains);
    return english && words.stream().noneMatch(OTHERS::contains)
        ? Optional.of("en")
        : Optional.empty();
  }

  /** Where the file is, or else the page of the dataset. */
  private static Optional<Repair.Patch> accessUrl(Finding finding) {
    List<Node> addresses =
        new ArrayList<>(finding.objects(finding.focus(), DCAT.downloadURL.asNode()));
    for (Node dataset : finding.subjects(DCAT.distribution.asNode())) {
      addresses.addAll(finding.objects(dataset, DCAT.landingPage.asNode()));
    }
    return addresses.stream()
        .filter(Node::isURI)
        .findFirst()
        .map(
            address ->
                new Repair.Patch(
                    RepairKind.ACCESS_URL, List.of(), List.of(finding.statement(address))));
  }

  /** Of values that are the same date or number the one stays that has a datatype of its own. */
  private static Optional<Repair.Patch> duplicate(Finding finding) {
    List<Node> values = finding.values();
    if (values.size() < 2 || !values.stream().allMatch(Node::isLiteral)) {
      return Optional.empty();
    }
    long meanings = values.stream().map(StatementRepairs::meaning).distinct().count();
    Node best =
        values.stream()
            .min(
                Comparator.comparing(StatementRepairs::isPlain)
                    .thenComparing(value -> value.toString()))
            .orElseThrow();
    return meanings > 1
        ? Optional.empty()
        : Optional.of(
            new Repair.Patch(
                RepairKind.DUPLICATE,
                values.stream()
                    .filter(value -> !value.equals(best))
                    .map(finding::statement)
                    .toList(),
                List.of()));
  }

  private static boolean isPlain(Node value) {
    return value.getLiteralDatatypeURI().endsWith("#string");
  }

  private static String meaning(Node value) {
    String text = value.getLiteralLexicalForm();
    return DateForms.date(text).orElseGet(() -> ConceptNames.folded(text));
  }
}
