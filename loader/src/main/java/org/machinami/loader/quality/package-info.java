/**
 * Holds the files of a dataset against the rules of machine readability while they are read. In:
 * every cell of a table, every record of a document, the description. Out: {@link
 * org.machinami.shapes.quality.Quality}. Memory grows with the columns of a file, not with its
 * rows. What a program cannot decide is left undecided; a doubt is never a fault.
 */
package org.machinami.loader.quality;
