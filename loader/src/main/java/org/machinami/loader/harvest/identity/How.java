package org.machinami.loader.harvest.identity;

/** By what two descriptions are known to be of one dataset, the surest first. */
public enum How {
  /** The foreign description names a dataset of this catalogue as itself. */
  OWN_IRI(1.0),
  /** Both name the same IRI as themselves. */
  SOURCE_IRI(0.99),
  /** Both have the same identifier, of a kind that is given only once in the world. */
  IDENTIFIER(0.95),
  /** All their files are at the same addresses, and title and publisher are the same. */
  FILES_AND_TITLE(0.9),
  /** It says that it is from a dataset of this catalogue, and has its title and publisher. */
  OWN_PROVENANCE(0.9),
  /** Both have the same identifier of one publisher. */
  IDENTIFIER_OF_PUBLISHER(0.7),
  /** Title and publisher are the same. */
  TITLE_AND_PUBLISHER(0.5),
  /** It says that it is from a dataset of this catalogue; it may be a work of its own. */
  DERIVED(0.4);

  /** From here on two are taken for one; below it a person has to say. */
  public static final double SURE = 0.9;

  private final double sureness;

  How(double sureness) {
    this.sureness = sureness;
  }

  /** From 0 to 1. */
  public double sureness() {
    return sureness;
  }

  public boolean isSure() {
    return sureness >= SURE;
  }

  /** The key of what people read. */
  public String key() {
    return "harvest.how." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
