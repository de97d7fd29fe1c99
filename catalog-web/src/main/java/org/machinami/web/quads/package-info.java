/**
 * The questions that thing pages ask of the quads. In: a parsed query and values for its variables;
 * out: rows, copied. How the question travels (loopback HTTP to the query process, an in-memory
 * dataset in tests) is the implementation's concern; pages must not open a transaction or a
 * connection of their own. Beside it, the question whether they are those of the ledger.
 */
package org.machinami.web.quads;
