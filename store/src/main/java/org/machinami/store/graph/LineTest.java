package org.machinami.store.graph;

/** A test of a line; its bytes are valid for the time of the call. */
@FunctionalInterface
public interface LineTest {
  boolean passes(byte[] buffer, int offset, int length);
}
