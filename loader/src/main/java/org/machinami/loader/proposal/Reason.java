package org.machinami.loader.proposal;

/** Why a column is taken for what it is proposed to be. */
public enum Reason {
  /** The contract that the file follows has a column of that name. */
  CONTRACT,
  /** The name is a usual one. */
  HEADER,
  /** The name is another spelling of a usual one. */
  SPELLING,
  /** A property of the city ontology is called so. */
  ONTOLOGY,
  /** The values look like it. */
  VALUES,
  /** A person chose it, or a mapping says so. */
  CHOSEN,
  /** Nothing is known. */
  NONE
}
