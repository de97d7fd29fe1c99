/**
 * Harvest of a foreign catalogue, from a dump or from the web: RDF in any syntax, or records of
 * {@link org.machinami.loader.harvest.remote}, go in; one metadata graph for each dataset comes out
 * and is committed.
 *
 * <p>The way: {@link org.machinami.loader.harvest.DumpReader} or a {@link
 * org.machinami.loader.harvest.remote.RemoteCatalogue} gives statements; {@link
 * org.machinami.loader.harvest.Descriptions} keeps them on disk, grouped by subject; {@link
 * org.machinami.loader.harvest.DatasetAssembler} collects what belongs to one dataset and gives it
 * local names; {@link org.machinami.loader.harvest.DatasetGate} holds it against what is here and
 * judges it; {@link org.machinami.loader.harvest.HarvestRun} commits what changed, or keeps all of
 * it in {@link org.machinami.loader.harvest.Quarantine} when that is more than plausible.
 *
 * <p>What is not reachable from any dataset is counted and reported, never dropped in silence. What
 * a source said the last time is in a {@link org.machinami.loader.harvest.SourceMemory}, so that
 * the same again costs next to nothing; when it is lost, only time is lost. Nothing here asks a
 * server but through the remote catalogues.
 */
package org.machinami.loader.harvest;
