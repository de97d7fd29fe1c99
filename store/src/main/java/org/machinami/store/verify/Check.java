package org.machinami.store.verify;

import java.util.function.Consumer;
import org.machinami.store.StoreFollower;

/** One more thing to verify, such as that the quads are what the ledger says. */
public interface Check {
  /** Looks, and tells what is wrong. Ledger and packs were looked at before. */
  void run(StoreFollower store, Consumer<Finding> findings);
}
