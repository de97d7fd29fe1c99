/**
 * Harvests of other catalogues as an administrator sees them: which sources there are, when each is
 * due, what became of its runs, what waits in quarantine. In: the folder of recipes and the records
 * of runs. Out: the pages below {@code /steward/harvests} and the schedule. What a harvest does is
 * the loader's; nothing here writes to the store but through it.
 */
package org.machinami.web.harvest;
