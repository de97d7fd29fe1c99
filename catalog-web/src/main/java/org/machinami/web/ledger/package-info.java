/**
 * {@code /ledger}: the commits of the ledger and the contents that they name, for another catalogue
 * or for whoever wants proof; docs/ledger-feed.md is the format. In: the ledger, the states, the
 * versions; out: lines, sorted statements, differences, blobs. What is not public is told by
 * nothing but its place in the chain: no name, no agent, no content.
 */
package org.machinami.web.ledger;
