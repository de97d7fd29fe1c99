package org.machinami.shapes.data;

/** What one value must be. */
@FunctionalInterface
interface ValueTest {
  boolean passes(Term value);
}
