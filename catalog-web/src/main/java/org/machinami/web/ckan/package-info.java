/**
 * {@code /api/3/action/...}: the action API of CKAN for reading, so that programs made for a CKAN
 * portal go on working. In: parameters in an address, a form or a JSON body; out: descriptions from
 * the store, search results, rows of tables in CKAN's words. A query language of others (Solr's) is
 * translated into conditions of ours; what cannot be translated is an error that says so. Nothing
 * is written here.
 *
 * @see <a href="https://docs.ckan.org/en/2.11/api/index.html">CKAN 2.11, API guide</a>
 */
package org.machinami.web.ckan;
