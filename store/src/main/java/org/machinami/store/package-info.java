/**
 * A data directory and who may touch it: the one writer ({@link org.machinami.store.Store}), any
 * number of followers ({@link org.machinami.store.StoreFollower}), verification, backup.
 *
 * <p>In: graphs, files and commits. Out: the ledger, versions of graphs, the present and every past
 * state. Nothing here knows SPARQL, HTTP or what a dataset is.
 */
package org.machinami.store;
