/**
 * Which columns the standard municipal datasets have: CSVW table schemas, one a file, and what
 * became of a file that was held against one. In: the bundled Turtle. Out: {@link
 * org.machinami.shapes.contract.Contract}s, and {@link
 * org.machinami.shapes.contract.ContractResult}s as a verdict and as statements. Who looks at files
 * stands elsewhere; nothing here reads one.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
package org.machinami.shapes.contract;
