/**
 * The ledger: the ordered, hash-chained, append-only list of commits that everything else is
 * derived from.
 *
 * <p>In: a {@link org.machinami.store.ledger.CommitRequest}. Out: a durable {@link
 * org.machinami.store.ledger.Commit}. A ledger never looks into the versions it names.
 */
package org.machinami.store.ledger;
