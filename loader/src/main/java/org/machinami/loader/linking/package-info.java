/**
 * Linking: which things of different datasets are the same. In: the data graphs of a {@link
 * org.machinami.store.Store}. Out: {@link org.machinami.loader.linking.Link}s that are sure, each
 * with how it was found and how sure it is, as a dataset that goes through the gate like any other;
 * and {@link org.machinami.loader.linking.Question}s for people, which never go into the data.
 *
 * <p>The way: {@link org.machinami.loader.linking.ThingCollector} reads things that can be linked;
 * a {@link org.machinami.loader.linking.LinkRule} for each kind says which of them to compare and
 * how alike two are; {@link org.machinami.loader.linking.Linker} decides; {@link
 * org.machinami.loader.linking.LinksDataset} writes what was decided.
 */
package org.machinami.loader.linking;
