/**
 * {@code /datasets/{id}/versions/{sequence}}: what a commit changed in the data of a dataset, thing
 * by thing. In: two versions of a graph and the commit; out: a bounded page, and the way to the
 * data as they were.
 */
package org.machinami.web.version;
