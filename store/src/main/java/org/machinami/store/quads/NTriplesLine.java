package org.machinami.store.quads;

/**
 * Where subject, predicate and object lie in one canonical N-Triples line. Reused from line to
 * line; not thread-safe.
 *
 * <p>Canonical means what {@code GraphWriter} stores: one space between the terms, no blank nodes,
 * nothing after the full stop. Other white space is tolerated, comments are not.
 *
 * @see <a href="https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples">Canonical N-Triples</a>
 */
final class NTriplesLine {
  byte[] bytes = new byte[0];
  int subjectStart;
  int subjectEnd;
  int predicateStart;
  int predicateEnd;
  int objectStart;
  int objectEnd;

  /**
   * Finds the three terms.
   *
   * @throws IllegalArgumentException when the bytes are not a line of N-Triples; the text quotes it
   */
  void read(byte[] buffer, int offset, int length) {
    bytes = buffer;
    int end = offset + length;
    while (end > offset && isSpace(buffer[end - 1])) {
      end--;
    }
    if (end == offset || buffer[end - 1] != '.') {
      throw malformed(buffer, offset, length);
    }
    end--;
    while (end > offset && isSpace(buffer[end - 1])) {
      end--;
    }
    subjectStart = offset;
    subjectEnd = iriEnd(buffer, subjectStart, end);
    predicateStart = skipSpaces(buffer, subjectEnd, end);
    predicateEnd = iriEnd(buffer, predicateStart, end);
    objectStart = skipSpaces(buffer, predicateEnd, end);
    objectEnd = end;
    if (subjectEnd < 0 || predicateEnd < 0 || objectStart >= objectEnd) {
      throw malformed(buffer, offset, length);
    }
  }

  /** The position after the closing {@code >}, or -1 when the term is not an IRI in full. */
  private static int iriEnd(byte[] buffer, int start, int end) {
    if (start < 0 || start >= end || buffer[start] != '<') {
      return -1;
    }
    for (int i = start + 1; i < end; i++) {
      if (buffer[i] == '>') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int skipSpaces(byte[] buffer, int start, int end) {
    if (start < 0) {
      return -1;
    }
    int at = start;
    while (at < end && isSpace(buffer[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r';
  }

  private static IllegalArgumentException malformed(byte[] buffer, int offset, int length) {
    String text =
        new String(buffer, offset, Math.min(length, 300), java.nio.charset.StandardCharsets.UTF_8);
    return new IllegalArgumentException(
        "Not a canonical N-Triples line: \""
            + text.strip()
            + "\". The blob that holds it was not written by this store; run verify.");
  }
}
