/**
 * How often datasets are used: openings of their pages and downloads, counted by dataset and day of
 * the city's calendar. In: answers of the resources that are marked {@link
 * org.machinami.web.usage.Viewed} and {@link org.machinami.web.usage.Downloaded}; out: the counts
 * of the thirty days before today, which stay the same until the next day, so that pages may be
 * kept by their tag. Nothing of who asks is kept, and what is counted here decides nothing but an
 * order.
 */
package org.machinami.web.usage;
