/**
 * CityGML 2: the members of a city model as Features, one in memory at a time: buildings with the
 * attributes of PLATEAU (i-UR), networks under the ground, districts of the city plan, and whatever
 * else a model holds. In: a document that may be hostile. Out: Features whose properties have the
 * names of the elements and whose geometry is the coarsest outline, in longitude and latitude. It
 * does not know RDF.
 *
 * @see <a href="https://www.ogc.org/standards/citygml/">OGC City Geography Markup Language</a>
 */
package org.machinami.loader.citygml;
