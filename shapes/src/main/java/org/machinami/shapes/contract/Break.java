package org.machinami.shapes.contract;

import org.machinami.shapes.Severity;

/** In which way a file can break a contract; {@code rules.ttl} says what to do. */
public enum Break {
  MISSING_COLUMN("ContractMandatoryColumn"),
  EMPTY_CELL("ContractMandatoryCell"),
  NOT_LISTED("ContractValueList"),
  NOT_OF_DATATYPE("ContractDatatype"),
  REPEATED_KEY("ContractKey"),
  UNKNOWN_COLUMN("ContractKnownColumn");

  private static final String NS = "https://machinami.org/vocab/shapes#";

  private final String shape;

  Break(String shape) {
    this.shape = shape;
  }

  /** IRI of the rule, which the policy names. */
  public String shape() {
    return NS + shape;
  }

  /**
   * How grave it is: a contract that the description claims is a promise, and what it makes
   * mandatory has to be kept; a file that was only recognised has promised nothing, and only values
   * that nobody could use are warned of.
   */
  public Severity severity(boolean claimed, boolean mandatory) {
    if (claimed) {
      return mandatory ? Severity.VIOLATION : Severity.WARNING;
    }
    boolean ofValues = this == NOT_LISTED || this == NOT_OF_DATATYPE || this == REPEATED_KEY;
    return ofValues ? Severity.WARNING : Severity.INFO;
  }
}
