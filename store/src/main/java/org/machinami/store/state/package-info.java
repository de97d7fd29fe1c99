/**
 * What the graphs are now and were at any commit, derived from the ledger into an H2 MVStore.
 *
 * <p>In: commits in order. Out: {@link org.machinami.store.state.GraphState}. It may be deleted at
 * any time while no writer runs.
 */
package org.machinami.store.state;
