/**
 * Benchmarks beside the named peers: the same machine, the same data, one run, printed as ratios.
 *
 * <p>In: the reference data and what the benchmarks generate themselves from fixed seeds. Out: one
 * Markdown table on standard output. Nothing here is a test: a figure that misses its target is
 * printed as a miss.
 */
package org.machinami.bench;
