package org.machinami.shapes.metadata;

/** Why a shape is left to jena-shacl. */
final class NotCompiled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotCompiled(String reason) {
    super(reason);
  }
}
