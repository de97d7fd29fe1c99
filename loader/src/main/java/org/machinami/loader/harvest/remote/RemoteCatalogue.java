package org.machinami.loader.harvest.remote;

/** A foreign catalogue of one kind. */
public interface RemoteCatalogue {

  /**
   * Reads it, all or what has changed, as the intake asks.
   *
   * @throws org.machinami.loader.LoadException when it cannot be read to its end; whatever it has
   *     given until then says nothing about what it lacks
   */
  void read(HarvestIntake intake);
}
