/**
 * From a dataset folder or recipe to a commit: source, map, validate, commit. In: a folder with a
 * description, files and a mapping (or RDF), and a {@link org.machinami.store.Store}. Out: one
 * commit per changed dataset and a {@link org.machinami.loader.LoadReport}. Nothing is written past
 * the gate; nothing here serves.
 */
package org.machinami.loader;
