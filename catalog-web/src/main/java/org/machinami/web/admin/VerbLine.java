package org.machinami.web.admin;

import java.util.Base64;
import java.util.OptionalInt;

/**
 * One line of the answer: a piece of what the verb writes, or the end. Pieces are Base64, since
 * they may end within a character.
 *
 * @param kind "out", "err" or "exit"
 * @param piece Base64 of the bytes, empty at the end
 * @param code exit code, 0 before the end
 */
public record VerbLine(String kind, String piece, int code) {
  static VerbLine out(byte[] bytes) {
    return new VerbLine("out", Base64.getEncoder().encodeToString(bytes), 0);
  }

  static VerbLine err(byte[] bytes) {
    return new VerbLine("err", Base64.getEncoder().encodeToString(bytes), 0);
  }

  static VerbLine exit(int code) {
    return new VerbLine("exit", "", code);
  }

  /** Whether the bytes belong to standard output. */
  public boolean toOut() {
    return kind.equals("out");
  }

  /** What was written. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(piece);
  }

  /** The exit code, on the last line only. */
  public OptionalInt end() {
    return kind.equals("exit") ? OptionalInt.of(code) : OptionalInt.empty();
  }
}
