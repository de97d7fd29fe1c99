/**
 * The quads that SPARQL is answered from: a TDB2 database that follows the ledger.
 *
 * <p>In: commits of a {@link org.machinami.store.ledger.Ledger} and the sorted lines of the graph
 * versions they name. Out: a {@link org.apache.jena.sparql.core.DatasetGraph} to read. What has
 * been applied is recorded inside TDB2, in the transaction that applies it, so that the two cannot
 * disagree after a kill. A change costs what differs between two versions of a graph; an empty
 * store is built from sorted files, bottom up.
 *
 * <p>Nothing here writes to the ledger, and nobody but this package writes to TDB2.
 */
package org.machinami.store.quads;
