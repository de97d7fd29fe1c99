package org.machinami.loader.mapping;

/** What makes the objects of triples: a term map, or the subjects of another triples map. */
sealed interface ObjectMap permits TermMap, RefObjectMap {}
