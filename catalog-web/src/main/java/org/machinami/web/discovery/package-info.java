/**
 * How programs find their way in: robots.txt, sitemaps, the OpenSearch description. In: the states
 * of the store; out: documents without HTML. No page of people stands here.
 */
package org.machinami.web.discovery;
