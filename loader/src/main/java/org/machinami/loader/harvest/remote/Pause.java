package org.machinami.loader.harvest.remote;

import java.time.Duration;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

  void of(Duration time);

  /** The thread sleeps; an interruption ends the harvest. */
  static Pause sleeping() {
    return time -> {
      try {
        Thread.sleep(time.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LoadException(Fault.ENVIRONMENT, e, "harvest.interrupted");
      }
    };
  }
}
