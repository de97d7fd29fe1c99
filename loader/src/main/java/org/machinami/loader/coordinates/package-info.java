/**
 * Coordinate reference systems that Japanese data come in, to longitude and latitude. In: pairs of
 * numbers, or well-known text, and the system that they are in. Out: the same in CRS84. It knows
 * the systems of the geodetic datums JGD2000, JGD2011 and WGS 84, which are taken as one: they
 * differ by centimetres, and by metres only where the ground itself moved in 2011. It reads no
 * files.
 */
package org.machinami.loader.coordinates;
