/**
 * The relational database of operational records: what the catalogue must remember and what is no
 * linked data, such as requests for data and counts of use. In: a JDBC URL, or none for the
 * database embedded in the data directory; out: transactions that are on disk when they return, and
 * a copy of all rows for backups. The schema is made by the migrations beside this package; the
 * queries belong to the packages whose records they are. Nothing here is served, and nothing that
 * is linked data may be kept here: that is the ledger's.
 */
package org.machinami.web.records;
