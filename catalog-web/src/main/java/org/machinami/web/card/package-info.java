/**
 * Share cards: the pictures that chat programs and networks show beside a link to a dataset, or to
 * any other page. In: a dataset of the search index and the skyline; out: a PNG. Where no Japanese
 * font is installed there are no cards, and pages do not name any.
 */
package org.machinami.web.card;
