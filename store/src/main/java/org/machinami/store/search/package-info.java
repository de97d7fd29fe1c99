/**
 * Full-text search over the descriptions of datasets, derived from the ledger. In: commits and the
 * metadata graphs they name; out: pages of hits with counts for each facet. The index records in
 * its own commit the ledger sequence it has reached, catches up from there and is rebuilt when it
 * is missing, damaged or of another format. Only public metadata may be indexed here; the data
 * graphs are not.
 */
package org.machinami.store.search;
