package org.machinami.web.cli;

/** How a run ended, for scripts. */
final class ExitCode {
  static final int DONE = 0;

  /** The data were refused, or are not what they should be. */
  static final int REFUSED = 1;

  /** The call was wrong: option, argument, setting. */
  static final int USAGE = 2;

  /** The call was right; disk, port, another process or a defect was in the way. */
  static final int ENVIRONMENT = 3;

  private ExitCode() {}
}
