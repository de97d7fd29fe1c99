/**
 * The gate: from a description and its files to what may be committed. In: {@code dataset.ttl}, the
 * original files. Out: a description without blank nodes that says what the files are (size,
 * checksum, addresses), ready for the validator. Nothing here maps rows or writes graphs.
 */
package org.machinami.loader.gate;
