/**
 * What data graphs hold, counted once for each version and remembered: which properties, and of
 * which municipalities they speak. In: the ledger and the lines of graphs; out: small values that
 * pages count with, without a query. Derived: the folder {@code contents} of a data directory may
 * be deleted and is made anew. Nothing here knows a page.
 */
package org.machinami.web.contents;
