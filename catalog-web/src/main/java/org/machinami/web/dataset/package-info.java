/**
 * The list of datasets, a dataset, its data and its files. In: the search index for lists, versions
 * of the store for one dataset; out: views, and streams that are never held in memory. No SPARQL is
 * asked here, so these pages stand when the query process does not.
 */
package org.machinami.web.dataset;
