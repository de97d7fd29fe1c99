/**
 * {@code /datasets/{id}/versions}: the commits on a dataset; {@code
 * /datasets/{id}/versions/{sequence}}: what one changed in its data, thing by thing. In: two
 * versions of a graph and the commit; out: a bounded page, and the way to the data as they were.
 */
package org.machinami.web.version;
