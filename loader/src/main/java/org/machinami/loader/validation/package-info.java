/**
 * What the gate would say, without a store: of a dataset folder or a recipe, a zip archive of one,
 * a description in any syntax of RDF, a single table or JSON file. In: files. Out: a {@link
 * org.machinami.loader.validation.Validation}, which {@link org.machinami.loader.report} writes.
 * Nothing is fetched, nothing is kept.
 */
package org.machinami.loader.validation;
