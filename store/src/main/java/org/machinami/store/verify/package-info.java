/**
 * Says whether a data directory holds what was answered: the chain of the ledger, the blobs that it
 * names, and what is derived from them.
 *
 * <p>In: a data directory, also while a writer goes on. Out: a {@link
 * org.machinami.store.verify.VerificationReport}. Nothing is mended.
 */
package org.machinami.store.verify;
