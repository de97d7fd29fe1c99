/**
 * {@code /catalog}: the whole catalogue for harvesters, as DCAT-AP in pages that stay where they
 * are while commits happen, what changed since a commit or a day, and the event stream of all
 * versions ({@code /catalog/ldes}). In: the states of the store and the ledger; out: bounded
 * graphs. Nothing here asks the search index for more than a count, and nothing holds more than a
 * page.
 */
package org.machinami.web.catalog;
