package org.machinami.web.steward.form;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.machinami.shapes.form.Control;
import org.machinami.shapes.form.Field;
import org.machinami.web.language.Language;

/** Between the values of a field and what stands in its boxes. Immutable. */
final class FieldText {

  /** In code points; more than any description needs. */
  static final int MOST_CHARACTERS = 100_000;

  private static final String MAILTO = "mailto:";
  private static final String TEL = "tel:";
  private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9() .-]*");
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");

  private final Lookups lookups;

  FieldText(Lookups lookups) {
    this.lookups = lookups;
  }

  /** Whether the field can show a value so that it comes back unchanged. */
  boolean shows(Field field, Node value) {
    return switch (field.control()) {
      case THING -> value.isURI() || value.isBlank();
      case TEXT_PAIR, LONG_TEXT_PAIR -> isWords(value) && isTypable(value.getLiteralLexicalForm());
      case LINES ->
          isWords(value)
              && isTypable(value.getLiteralLexicalForm())
              && plainLines(value.getLiteralLexicalForm()).indexOf('\n') < 0;
      case YES_NO -> value.isLiteral() && isBoolean(value.getLiteralLexicalForm());
      case TEXT, LONG_TEXT, DATE, NUMBER ->
          value.isLiteral()
              && value.getLiteralLanguage().isEmpty()
              && isTypable(value.getLiteralLexicalForm());
      case IRI, EMAIL, TELEPHONE, CHOICE, LOOKUP ->
          value.isURI()
              ? isTypable(value.getURI())
              : value.isLiteral()
                  && value.getLiteralLanguage().isEmpty()
                  && isTypable(value.getLiteralLexicalForm());
    };
  }

  private static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }

  private static boolean isWords(Node value) {
    return value.isLiteral()
        && (value.getLiteralDatatypeURI().equals(RDF.dtLangString.getURI())
            || value.getLiteralDatatypeURI().equals(XSD.xstring.getURI()));
  }

  /**
   * Whether a text goes through a box of a page: not empty, no characters that HTML cannot hold.
   */
  private static boolean isTypable(String text) {
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= MOST_CHARACTERS
        && text.codePoints().allMatch(FieldText::isTypable);
  }

  private static boolean isTypable(int c) {
    boolean control = Character.getType(c) == Character.CONTROL;
    return (!control || c == '\n' || c == '\r' || c == '\t')
        && Character.getType(c) != Character.SURROGATE
        && (c & 0xFFFE) != 0xFFFE;
  }

  /** Lines as they come back from a box. */
  static String plainLines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** What stands in the box for a value. */
  String text(Field field, Node value, Language language) {
    if (!value.isURI()) {
      return value.isLiteral() ? value.getLiteralLexicalForm() : "";
    }
    String iri = value.getURI();
    return switch (field.control()) {
      case EMAIL -> without(MAILTO, iri);
      case TELEPHONE -> without(TEL, iri);
      case LOOKUP -> lookups.text(field, iri, language);
      default -> iri;
    };
  }

  private static String without(String scheme, String iri) {
    String rest = iri.startsWith(scheme) ? iri.substring(scheme.length()) : iri;
    return SCHEME.matcher(rest).matches() ? iri : rest;
  }

  /** Whether a value gives this text in one of the languages of the pages. */
  boolean gives(Field field, Node value, String typed) {
    String plain = plainLines(typed);
    for (Language language : Language.values()) {
      if (plainLines(text(field, value, language)).equals(plain)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The value that was meant; what is none of its kind becomes a plain text, so that nothing typed
   * is lost and the validator says what is wrong.
   *
   * @param typed not blank
   * @param tag of the language; empty for none
   */
  Node value(Field field, String typed, String tag) {
    String text = plainLines(typed).strip();
    return switch (field.control()) {
      case TEXT_PAIR, LONG_TEXT_PAIR, LINES ->
          tag.isEmpty()
              ? NodeFactory.createLiteralString(text)
              : NodeFactory.createLiteralLang(text, tag);
      case TEXT, LONG_TEXT -> typed(text, field.datatypes().stream().findFirst());
      case DATE, NUMBER, YES_NO -> typed(text, fitting(text, field.datatypes()));
      case IRI, CHOICE -> IriText.node(text);
      case LOOKUP ->
          lookups
              .resolve(field, text)
              .map(NodeFactory::createURI)
              .orElseGet(() -> IriText.node(text));
      case EMAIL ->
          IriText.node(
              !SCHEME.matcher(text).matches() && text.indexOf('@') > 0 ? MAILTO + text : text);
      case TELEPHONE ->
          IriText.node(
              TELEPHONE.matcher(text).matches() ? TEL + text.replaceAll("[() .]+", "-") : text);
      case THING -> throw new IllegalArgumentException(field.name() + " has no text");
    };
  }

  /** The first datatype that the text is a value of, so that it is written as itself. */
  private static Optional<String> fitting(String text, List<String> datatypes) {
    return datatypes.stream().filter(type -> datatype(type).isValid(text)).findFirst();
  }

  private static Node typed(String text, Optional<String> datatype) {
    return datatype
        .filter(type -> datatype(type).isValid(text))
        .map(type -> NodeFactory.createLiteralDT(text, datatype(type)))
        .orElseGet(() -> NodeFactory.createLiteralDT(text, XSDDatatype.XSDstring));
  }

  private static RDFDatatype datatype(String iri) {
    return TypeMapper.getInstance().getSafeTypeByName(iri);
  }

  /** Whether it takes more than one line, so that a box of one line would change it. */
  static boolean isLong(Control control, String text) {
    return control == Control.LONG_TEXT
        || control == Control.LONG_TEXT_PAIR
        || control == Control.LINES
        || plainLines(text).indexOf('\n') >= 0;
  }
}
