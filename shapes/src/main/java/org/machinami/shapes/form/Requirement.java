package org.machinami.shapes.form;

/** How much a field is wanted; the most wanted first. */
public enum Requirement {
  /** Without it the description is refused. */
  MANDATORY,
  /** Without it the description is admitted with a warning. */
  RECOMMENDED,
  OPTIONAL
}
