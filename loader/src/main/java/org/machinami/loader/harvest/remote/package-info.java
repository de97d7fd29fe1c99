/**
 * Foreign catalogues as they stand on the web. In: an address, and what was learned from it the
 * last time. Out: its records, one after the other, each with the statements that it becomes in the
 * profile of this catalogue; and whether that was all of them. CKAN, DCAT in RDF, data.json and the
 * ledger of another Machinami are read.
 *
 * <p>Everything goes through {@link org.machinami.loader.harvest.remote.PoliteClient}: slowly,
 * conditionally, and again after a pause where a server is busy. Nothing here knows the store, and
 * nothing decides what becomes of a record. An answer that is not what was asked for ends the
 * reading with an exception: what a source does not say is never taken for a deletion.
 */
package org.machinami.loader.harvest.remote;
