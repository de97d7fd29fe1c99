/**
 * What a file holds, as far as a program can tell, and how it could be mapped. In: a file, or rows
 * of any {@link org.machinami.loader.source.SourceReader}. Out: a {@link
 * org.machinami.loader.proposal.Proposal}, a value that a person corrects, that is written as RML
 * and read back from it, and that shows the things that come out of the first rows. Nothing here
 * writes to a store, and no guess is silent: each carries its confidence and its reason.
 */
package org.machinami.loader.proposal;
