/**
 * Sources: from files to rows. In: a file of a dataset folder (CSV, JSON, GeoJSON; plain, gzipped
 * or in an archive) and the references that a mapping uses. Out: {@link
 * org.machinami.loader.source.Row}s, streaming, each with its place. It finds the character
 * encoding, keeps to {@link org.machinami.loader.source.SourceLimits} and never reads outside the
 * folder. It does not know RDF.
 */
package org.machinami.loader.source;
