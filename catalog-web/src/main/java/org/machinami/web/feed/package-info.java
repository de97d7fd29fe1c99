/**
 * Feeds of what changed: of the whole catalogue, from the ledger, and the writing of any feed. In:
 * entries; out: Atom (RFC 4287), with what was deleted as RFC 6721 says it. Feeds of one dataset or
 * of a search stand in the packages of those.
 */
package org.machinami.web.feed;
