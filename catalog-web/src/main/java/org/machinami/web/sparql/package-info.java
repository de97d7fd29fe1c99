/**
 * The public SPARQL address and the query process behind it. In: SPARQL 1.1 protocol requests; out:
 * what the query process answers, streamed, or a problem document that says why not. The process is
 * started, watched and started again here. Nothing here evaluates a query or opens the quads.
 */
package org.machinami.web.sparql;
