package org.machinami.shapes.data;

import java.util.function.Supplier;
import org.machinami.shapes.Severity;

/** What takes the findings of a judge; the finding itself is made when it is asked for. */
interface FaultSink {

  /** Something is there that may not be. */
  void fault(Severity severity, Supplier<DataFault> fault);

  /**
   * Something is not there, as far as the statements at hand go.
   *
   * @param key of what is missing: the same thing, the same check
   */
  void missing(long key, Severity severity, Supplier<DataFault> fault);
}
