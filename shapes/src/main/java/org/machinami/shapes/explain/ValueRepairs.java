package org.machinami.shapes.explain;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.RepairKind;

/** Other values that may have been meant, by the kind of the repair. */
final class ValueRepairs {

  /** What may take the place of a value. */
  record Other(RepairKind kind, Node value) {}

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+");
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+");

  private final ShapeReader shapes;

  ValueRepairs(ShapeReader shapes) {
    this.shapes = shapes;
  }

  /** What may have been meant, the most cautious first. */
  List<Other> of(Finding finding, Node value) {
    List<Other> others = new ArrayList<>();
    List<RepairKind> declared = shapes.declared(finding.shape());
    if (declared.contains(RepairKind.MAILTO)) {
      mailto(value).ifPresent(node -> others.add(new Other(RepairKind.MAILTO, node)));
    }
    if (declared.contains(RepairKind.MEDIA_TYPE)) {
      mediaType(value).ifPresent(node -> others.add(new Other(RepairKind.MEDIA_TYPE, node)));
    }
    List<Node> choices = shapes.choices(finding.shape());
    if (!choices.isEmpty()) {
      ConceptNames.find(value, choices)
          .ifPresent(node -> others.add(new Other(RepairKind.LIST, node)));
    }
    Set<Node> datatypes = shapes.datatypes(finding.shape());
    if (value.isLiteral()) {
      typed(value, datatypes, others);
      form(value).ifPresent(node -> others.add(new Other(RepairKind.FORM, node)));
      if (shapes.wantsIri(finding.shape())) {
        iri(value.getLiteralLexicalForm())
            .ifPresent(node -> others.add(new Other(RepairKind.IRI, node)));
      }
    } else if (value.isURI()) {
      encoded(value.getURI()).ifPresent(node -> others.add(new Other(RepairKind.ENCODE, node)));
    }
    others.removeIf(other -> other.value().equals(value));
    return others;
  }

  private static void typed(Node value, Set<Node> datatypes, List<Other> others) {
    String text = plain(value.getLiteralLexicalForm());
    boolean sameText = text.equals(value.getLiteralLexicalForm());
    for (Node datatype : datatypes) {
      RDFDatatype type = TypeMapper.getInstance().getSafeTypeByName(datatype.getURI());
      String number = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
      if (type.isValid(text)) {
        RepairKind kind = sameText ? RepairKind.TYPE : RepairKind.FORM;
        others.add(new Other(kind, NodeFactory.createLiteralDT(text, type)));
      } else if (type.isValid(number)) {
        others.add(new Other(RepairKind.FORM, NodeFactory.createLiteralDT(number, type)));
      } else if (!isNumber(value) && type.equals(XSDDatatype.XSDdate)) {
        DateForms.date(text)
            .ifPresent(
                date ->
                    others.add(
                        new Other(RepairKind.DATE, NodeFactory.createLiteralDT(date, type))));
      } else if (!isNumber(value) && type.equals(XSDDatatype.XSDgYearMonth)) {
        DateForms.month(text)
            .ifPresent(
                month ->
                    others.add(
                        new Other(RepairKind.DATE, NodeFactory.createLiteralDT(month, type))));
      }
    }
  }

  /** 2026.5 is no month. */
  private static boolean isNumber(Node value) {
    return value.getLiteral().isWellFormed() && value.getLiteralValue() instanceof Number;
  }

  private static Optional<Node> form(Node value) {
    String text = plain(value.getLiteralLexicalForm());
    if (text.equals(value.getLiteralLexicalForm())) {
      return Optional.empty();
    }
    String language = value.getLiteralLanguage();
    return Optional.of(
        language.isEmpty()
            ? NodeFactory.createLiteralDT(text, value.getLiteralDatatype())
            : NodeFactory.createLiteralLang(text, language));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private static String text(Node value) {
    if (value.isURI()) {
      return value.getURI();
    }
    return value.isLiteral() ? value.getLiteralLexicalForm() : "";
  }

  /** An address of the web; of any other the scheme would be a guess. */
  private static Optional<Node> iri(String text) {
    String plain = plain(text);
    if (!plain.matches("(?i)https?://[^/\\s]+.*")) {
      return Optional.empty();
    }
    return encoded(plain).or(() -> Optional.of(NodeFactory.createURI(plain)));
  }

  private static Optional<Node> mailto(Node value) {
    String text = plain(text(value));
    String address = text.replaceFirst("(?i)^mail(to)?:/*\\s*", "");
    return ADDRESS.matcher(address).matches()
        ? Optional.of(NodeFactory.createURI("mailto:" + address))
        : Optional.empty();
  }

  private static final class MediaTypes {
    static final List<Node> ALL = list();

    private static List<Node> list() {
      Graph graph = Vocabularies.find("media-type").orElseThrow().read();
      return graph.find().mapWith(triple -> triple.getSubject()).toList().stream()
          .filter(node -> node.getURI().contains("/media-types/"))
          .distinct()
          .toList();
    }
  }

  private static Optional<Node> mediaType(Node value) {
    String plain = plain(text(value)).replaceFirst("^\\.", "");
    return ConceptNames.find(NodeFactory.createLiteralString(plain), MediaTypes.ALL);
  }

  /** The IRI with what it may not hold percent-encoded; empty when that changes nothing. */
  private static Optional<Node> encoded(String iri) {
    StringBuilder out = new StringBuilder(iri.length() + 16);
    for (char c : iri.strip().toCharArray()) {
      if (c == ' ' || "<>\"{}|\\^`".indexOf(c) >= 0) {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(String.format("%02X", b));
        }
      } else {
        out.append(c);
      }
    }
    String encoded = out.toString();
    try {
      boolean same = encoded.equals(iri) || new URI(encoded).getScheme() == null;
      return same ? Optional.empty() : Optional.of(NodeFactory.createURI(encoded));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
