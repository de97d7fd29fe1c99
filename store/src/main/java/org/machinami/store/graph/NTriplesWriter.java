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
  private static final byte PLAIN = 0;
  private static final byte NOT_IN_IRI = 1;
  private static final byte ESCAPED = 2;
  private static final byte[] ASCII = ascii();

  private byte[] bytes = new byte[512];
  private int length;
  private String subject = "";
  private int subjectLength;

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
    if (!triple.getSubject().isURI() || !triple.getPredicate().isURI()) {
      throw invalid(triple, "subject and predicate must be IRIs");
    }
    if (triple.getSubject().getURI().equals(subject)) {
      length = subjectLength; // it stands there from the line before
    } else {
      length = 0;
      subject = "";
      iri(triple, triple.getSubject().getURI());
      subject = triple.getSubject().getURI();
      subjectLength = length;
    }
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
    ensure(3L * text.length()); // a char is at most three bytes, an escape two
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        byte kind = ASCII[c];
        if (kind != PLAIN && plain) {
          throw invalid(triple, "the character '" + c + "' in an IRI or a language tag");
        }
        if (kind == ESCAPED) {
          bytes[length++] = '\\';
          bytes[length++] = (byte) (c == '\n' ? 'n' : c == '\r' ? 'r' : c);
        } else {
          bytes[length++] = (byte) c;
        }
      } else if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw invalid(triple, "half a surrogate pair");
        }
        for (byte b : text.substring(i, i + 2).getBytes(StandardCharsets.UTF_8)) {
          bytes[length++] = b;
        }
        i++;
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xc0 | c >> 6);
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
      } else {
        bytes[length++] = (byte) (0xe0 | c >> 12);
        bytes[length++] = (byte) (0x80 | (c >> 6 & 0x3f));
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
      }
    }
  }

  private void put(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  private void ensure(long more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(2L * bytes.length, length + more)));
    }
  }

  private static byte[] ascii() {
    byte[] kinds = new byte[0x80];
    Arrays.fill(kinds, 0, ' ' + 1, NOT_IN_IRI);
    for (char c : "<>{}|^`".toCharArray()) {
      kinds[c] = NOT_IN_IRI;
    }
    for (char c : "\"\\\n\r".toCharArray()) {
      kinds[c] = ESCAPED;
    }
    return kinds;
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
