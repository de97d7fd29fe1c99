/**
 * The generator of the bundled city's series and of what else cannot be a fact. In: a few lists of
 * facts among the dataset folders (wards, stations, libraries). Out: the source files of the
 * synthetic datasets; the same seed gives the same bytes on every machine. It writes no
 * descriptions and no mappings: those are committed by hand, and say that the values are synthetic.
 */
package org.machinami.samples;
