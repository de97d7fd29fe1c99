package org.machinami.store.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.machinami.store.StoreException;
import org.machinami.store.StoreException.Code;

/**
 * Writes a triple as a line of canonical N-Triples. Not for use by several threads.
 *
 * @see <a href="https://www.w3.org/TR/n-triples/#canonical-ntriples">RDF 1.1 N-Triples, section
 *     4</a>
 */
public final class NTriplesWriter {
  private byte[] bytes = new byte[512];
  private int length;

  /** The array in which the line stands, from 0 on; used again for the next. */
  public byte[] bytes() {
    return bytes;
  }

  /** Length of the line with its newline. */
  public int length() {
    return length;
  }

  /**
   * Writes a triple over the one before.
   *
   * @throws StoreException INVALID_TRIPLE when N-Triples without blank nodes cannot hold it
   */
  public void write(Triple triple) {
    length = 0;
    if (!triple.getSubject().isURI() || !triple.getPredicate().isURI()) {
      throw invalid(triple, "subject and predicate must be IRIs");
    }
    iri(triple, triple.getSubject().getURI());
    put(' ');
    iri(triple, triple.getPredicate().getURI());
    put(' ');
    object(triple, triple.getObject());
    put(' ');
    put('.');
    put('\n');
  }

  private void object(Triple triple, Node object) {
    if (object.isURI()) {
      iri(triple, object.getURI());
    } else if (object.isLiteral()) {
      put('"');
      text(triple, object.getLiteralLexicalForm(), false);
      put('"');
      String language = object.getLiteralLanguage();
      String datatype = object.getLiteralDatatypeURI();
      if (!language.isEmpty()) {
        if (!RDF.langString.getURI().equals(datatype)) {
          throw invalid(triple, "a literal with a base direction");
        }
        put('@');
        text(triple, language, true);
      } else if (!XSDDatatype.XSDstring.getURI().equals(datatype)) {
        put('^');
        put('^');
        iri(triple, datatype);
      }
    } else {
      throw invalid(triple, "the object must be an IRI or a literal");
    }
  }

  private void iri(Triple triple, String iri) {
    put('<');
    text(triple, iri, true);
    put('>');
  }

  private void text(Triple triple, String text, boolean plain) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (plain
          && (c <= ' ' || c == '<' || c == '>' || c == '"' || c == '\\' || c == '{' || c == '}'
              || c == '|' || c == '^' || c == '`')) {
        throw invalid(triple, "the character '" + c + "' in an IRI or a language tag");
      }
      if (c < 0x80) {
        switch (c) {
          case '"' -> escaped('"');
          case '\\' -> escaped('\\');
          case '\n' -> escaped('n');
          case '\r' -> escaped('r');
          default -> put(c);
        }
      } else if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw invalid(triple, "half a surrogate pair");
        }
        for (byte b : text.substring(i, i + 2).getBytes(StandardCharsets.UTF_8)) {
          put(b);
        }
        i++;
      } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | (c & 0x3f));
      } else {
        put(0xe0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
      }
    }
  }

  private void escaped(char c) {
    put('\\');
    put(c);
  }

  private void put(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = (byte) value;
  }

  private static StoreException invalid(Triple triple, String why) {
    String shown = triple.toString();
    return new StoreException(
        Code.INVALID_TRIPLE,
        "a graph version cannot hold this triple: "
            + why
            + ". Give blank nodes IRIs before. The triple: "
            + shown.substring(0, Math.min(shown.length(), 300)));
  }
}
