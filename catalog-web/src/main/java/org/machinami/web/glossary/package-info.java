/**
 * What the columns of the data mean: every property of the city ontology, and those of other
 * vocabularies that the data use, with the number of datasets that use them. In: the contents of
 * datasets and the names of terms; out: one page. Asks no query.
 */
package org.machinami.web.glossary;
