/**
 * What all pages share: the frame around them (title, language switch, links to representations)
 * and the rendering of templates. In: {@link org.machinami.web.negotiation.Asked} and a view
 * record; out: bytes of HTML. Nothing here knows a page family.
 */
package org.machinami.web.page;
