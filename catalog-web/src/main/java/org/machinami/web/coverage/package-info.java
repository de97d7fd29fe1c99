/**
 * Which service fields have data on which municipality, and which have none. In: the contents of
 * datasets (what their data and descriptions speak of) and the names of administrative areas; out:
 * a table for a prefecture and pages for it as a whole and for a municipality. Asks no query.
 */
package org.machinami.web.coverage;
