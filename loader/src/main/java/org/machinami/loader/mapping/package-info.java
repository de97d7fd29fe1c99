/**
 * Mapping: from rows to triples. In: an RML mapping file, compiled once, and the rows of its
 * sources. Out: canonical N-Triples lines, written straight into a byte buffer; no object is made
 * for a triple. A row that cannot be mapped comes back as a value with the reason. Nothing here
 * knows datasets, stores or files on disk.
 *
 * @see <a href="https://rml.io/specs/rml/">RML</a>
 */
package org.machinami.loader.mapping;
