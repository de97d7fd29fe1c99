/**
 * Checkpoints that are given away: a signed statement of how far the ledger had come, by which
 * whoever holds it can prove later that nothing before it was edited, removed, reordered or cut.
 *
 * <p>In: the head of a ledger and a key. Out: a {@link
 * org.machinami.store.checkpoint.SignedCheckpoint}, whose file is described in docs/checkpoint.md,
 * and what a ledger lacks of one. Nothing is mended; the key never leaves the machine.
 */
package org.machinami.store.checkpoint;
