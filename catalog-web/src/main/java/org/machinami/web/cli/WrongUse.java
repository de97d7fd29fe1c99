package org.machinami.web.cli;

/** A call that cannot be meant; the message says why and what to write instead. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUse(String message) {
    super(message);
  }
}
