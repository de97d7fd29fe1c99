/**
 * The words of the catalogue as pages: the city ontology, the code lists, the JSON-LD context. In:
 * the bundled vocabularies; nothing of the store.
 */
package org.machinami.web.vocabulary;
