package org.machinami.store.graph;

/**
 * Runs over the lines that one version has and the other lacks, in order of their bytes; else like
 * {@link GraphLines}.
 */
public interface GraphDifference extends GraphLines {
  /** True when the line is in the later version only, false when it is in the earlier only. */
  boolean added();
}
