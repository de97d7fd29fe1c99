/**
 * Full-text search over datasets, derived from the ledger. In: commits and the metadata and data
 * graphs they name; out: pages of hits with counts for each facet, things by their names,
 * suggestions. The index records in its own commit the ledger sequence it has reached, catches up
 * from there and is rebuilt when it is missing, damaged or of another format. Only public graphs
 * may be indexed here.
 */
package org.machinami.store.search;
