package org.machinami.web.admin;

import java.io.PrintStream;

/** Runs verbs in the server. Implementations are thread-safe. */
@FunctionalInterface
public interface VerbRunner {
  /**
   * Runs one to its end.
   *
   * @return exit code
   */
  int run(VerbRequest request, PrintStream out, PrintStream err);
}
