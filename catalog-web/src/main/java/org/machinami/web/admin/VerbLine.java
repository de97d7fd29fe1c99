package org.machinami.web.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * One line of the answer: a piece of standard output, a piece of standard error, or the end. The
 * pieces are Base64, since they may end within a character.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerbLine(byte[] out, byte[] err, Integer exit) {
  static VerbLine out(byte[] piece) {
    return new VerbLine(piece, null, null);
  }

  static VerbLine err(byte[] piece) {
    return new VerbLine(null, piece, null);
  }

  static VerbLine exit(int code) {
    return new VerbLine(null, null, code);
  }

  /** The exit code, on the last line. */
  public Optional<Integer> end() {
    return Optional.ofNullable(exit);
  }
}
