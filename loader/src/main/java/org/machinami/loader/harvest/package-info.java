/**
 * Harvest of a foreign catalogue from a dump: RDF in any syntax goes in, one metadata graph for
 * each dataset comes out and is committed.
 *
 * <p>The way: {@link org.machinami.loader.harvest.DumpReader} reads the file as statements; {@link
 * org.machinami.loader.harvest.Descriptions} keeps them on disk, grouped by subject; {@link
 * org.machinami.loader.harvest.DatasetAssembler} collects what belongs to one dataset and gives it
 * local names; {@link org.machinami.loader.harvest.Harvest} lets the gate judge each graph and
 * commits what changed.
 *
 * <p>What is not reachable from any dataset is counted and reported, never dropped in silence.
 * Nothing here fetches from a network.
 */
package org.machinami.loader.harvest;
