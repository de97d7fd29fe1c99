/**
 * The two languages of the pages. In: a path, an {@code Accept-Language} header, literals with
 * language tags; out: the language to answer in, messages, dates and numbers in it, the literal to
 * show. Nothing here knows a page.
 */
package org.machinami.web.language;
