package org.machinami.loader.harvest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.riot.Lang;

/**
 * Turtle and its kin as they come, with characters in IRIs that no IRI has percent-encoded: a space
 * in one address would end the reading of a whole catalogue. Nothing else is changed. Not
 * thread-safe.
 */
final class IriMending extends InputStream {
  private static final int LONGEST_IRI = 8_192;

  private enum Place {
    OUTSIDE,
    COMMENT,
    IRI,
    TEXT,
    LONG_TEXT
  }

  private final InputStream in;
  private Place place = Place.OUTSIDE;
  private int quote;
  private int quotes;
  private boolean escaped;
  private byte[] pending = new byte[0];
  private int sent;

  IriMending(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  static boolean isFor(Lang lang) {
    return lang.equals(Lang.TURTLE)
        || lang.equals(Lang.TRIG)
        || lang.equals(Lang.NTRIPLES)
        || lang.equals(Lang.NQUADS);
  }

  @Override
  public int read() throws IOException {
    if (sent < pending.length) {
      return pending[sent++] & 0xff;
    }
    int letter = in.read();
    if (letter < 0) {
      return letter;
    }
    switch (place) {
      case OUTSIDE -> outside(letter);
      case COMMENT -> place = letter == '\n' ? Place.OUTSIDE : Place.COMMENT;
      case IRI -> {
        return iri(letter);
      }
      case TEXT, LONG_TEXT -> text(letter);
    }
    return letter;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int letter = read();
      if (letter < 0) {
        return count == 0 && length > 0 ? -1 : count;
      }
      bytes[offset + count++] = (byte) letter;
    }
    return count;
  }

  private void outside(int letter) throws IOException {
    if (letter == '#') {
      place = Place.COMMENT;
    } else if (letter == '<') {
      place = isIri() ? Place.IRI : Place.OUTSIDE;
    } else if (letter == '"' || letter == '\'') {
      quote = letter;
      in.mark(2);
      int second = in.read();
      boolean threefold = second == quote && in.read() == second;
      in.reset();
      place = threefold ? Place.LONG_TEXT : Place.TEXT;
      // Of three quotation marks at the beginning two are to come.
      quotes = threefold ? -2 : 0;
      escaped = false;
    }
  }

  /** Whether a closing bracket comes before the line ends. */
  private boolean isIri() throws IOException {
    in.mark(LONGEST_IRI);
    try {
      for (int k = 0; k < LONGEST_IRI; k++) {
        int letter = in.read();
        if (letter == '>') {
          return true;
        }
        if (letter < 0 || letter == '\n' || letter == '<') {
          return false;
        }
      }
      return false;
    } finally {
      in.reset();
    }
  }

  private int iri(int letter) {
    if (letter == '>') {
      place = Place.OUTSIDE;
      return letter;
    }
    if (letter <= ' ' || letter == 0x7f || "\"{}|^`".indexOf(letter) >= 0) {
      pending = String.format(Locale.ROOT, "%%%02X", letter).getBytes(StandardCharsets.US_ASCII);
      sent = 1;
      return pending[0];
    }
    return letter;
  }

  private void text(int letter) {
    if (escaped) {
      escaped = false;
    } else if (letter == '\\') {
      escaped = true;
      quotes = Math.min(quotes, 0);
    } else if (letter == quote) {
      quotes++;
      if (place == Place.TEXT || quotes == 3) {
        place = Place.OUTSIDE;
      }
    } else {
      quotes = 0;
      if (place == Place.TEXT && letter == '\n') {
        place = Place.OUTSIDE; // broken, as the parser will say
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
