/**
 * The query process: a Fuseki in a JVM of its own that follows the ledger of a data directory and
 * answers SPARQL on loopback.
 *
 * <p>In: commits, by way of {@link org.machinami.store.StoreFollower}; queries of the SPARQL 1.1
 * protocol. Out: answers that are whole, or a problem document that says which bound was met. No
 * query may reach the network, the file system or a class by name, and none may take more time,
 * rows or letters than the {@link org.machinami.query.QuerySettings} allow.
 *
 * <p>Nothing here writes: neither quads on behalf of a caller, nor the ledger.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 */
package org.machinami.query;
