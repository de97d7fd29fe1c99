/**
 * Graphs as pages read and serve them: values of a resource, labels of terms, the four RDF
 * representations. In: graphs without blank nodes; out: {@link org.machinami.web.language.Text}s
 * and bytes. Nothing is fetched: contexts and labels are bundled.
 */
package org.machinami.web.rdf;
