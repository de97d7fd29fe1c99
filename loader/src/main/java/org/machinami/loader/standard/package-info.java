/**
 * Mappings that come with the program, for files of a published standard: feeds of public transport
 * and the standard open datasets of municipalities. In: the name of the standard and a file. Out:
 * the text of a mapping, which is run like one written by hand.
 */
package org.machinami.loader.standard;
