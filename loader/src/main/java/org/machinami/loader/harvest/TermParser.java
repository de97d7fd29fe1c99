package org.machinami.loader.harvest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Makes nodes of canonical N-Triples terms. IRIs that come again, such as predicates and licences,
 * are kept in a small cache together with their number as a subject. Not thread-safe.
 */
final class TermParser {
  private static final int CACHED = 1 << 13;
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private final DumpContents contents;
  private final Term[] cache = new Term[CACHED];

  TermParser(DumpContents contents) {
    this.contents = contents;
  }

  /** A node, and its number as a subject or {@link TermTable#ABSENT}. */
  @SuppressWarnings("ArrayRecordComponent") // the cache's key, not compared
  record Term(byte[] key, Node node, int subject) {}

  Term term(byte[] bytes, int start, int end) {
    if (bytes[start] == '"') {
      return new Term(null, literal(bytes, start, end), TermTable.ABSENT);
    }
    int place = place(bytes, start, end);
    Term cached = cache[place];
    if (cached != null && Arrays.equals(cached.key, 0, cached.key.length, bytes, start, end)) {
      return cached;
    }
    Term term =
        new Term(
            Arrays.copyOfRange(bytes, start, end),
            resource(bytes, start, end),
            contents.find(bytes, start, end));
    cache[place] = term;
    return term;
  }

  private static int place(byte[] bytes, int start, int end) {
    long hash = MIX;
    int at = start;
    for (; at + 8 <= end; at += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, at)) * MIX;
      hash ^= hash >>> 32;
    }
    for (; at < end; at++) {
      hash = (hash ^ bytes[at]) * MIX;
    }
    return (int) (hash >>> 40) & (CACHED - 1);
  }

  private static Node resource(byte[] bytes, int start, int end) {
    return bytes[start] == '<'
        ? NodeFactory.createURI(text(bytes, start + 1, end - 1))
        : NodeFactory.createBlankNode(text(bytes, start + 2, end));
  }

  private static Node literal(byte[] bytes, int start, int end) {
    int quote = end - 1;
    // Neither a language tag nor the IRI of a datatype holds a quotation mark.
    while (bytes[quote] != '"') {
      quote--;
    }
    String value = unescaped(text(bytes, start + 1, quote));
    if (quote == end - 1) {
      return NodeFactory.createLiteralString(value);
    }
    if (bytes[quote + 1] == '@') {
      return NodeFactory.createLiteralLang(value, text(bytes, quote + 2, end));
    }
    return NodeFactory.createLiteralDT(value, NodeFactory.getType(text(bytes, quote + 4, end - 1)));
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static String unescaped(String text) {
    int slash = text.indexOf('\\');
    if (slash < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    while (slash >= 0) {
      plain.append(text, from, slash);
      char letter = text.charAt(slash + 1);
      plain.append(
          switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> letter;
          });
      from = slash + 2;
      slash = text.indexOf('\\', from);
    }
    return plain.append(text, from, text.length()).toString();
  }
}
