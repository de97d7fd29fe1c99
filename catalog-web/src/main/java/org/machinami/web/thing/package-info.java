/**
 * Things of the city: what their IRIs lead to. In: quads, by the queries beside {@link
 * org.machinami.web.thing.ThingReader}; out: facts, a small map, what points to them. The only
 * pages that need the query process; without it they answer 503.
 */
package org.machinami.web.thing;
