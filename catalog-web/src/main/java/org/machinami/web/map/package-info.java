/**
 * {@code /datasets/{id}/map}: the data of a dataset on a map. In: the sorted lines of a version and
 * a rectangle; out: a page with a drawing that needs no script, and GeoJSON for the map that a
 * script draws ({@link org.machinami.web.map.FeaturesResource}), never more than a bounded number
 * of features. Where the rows lie is found in one pass and kept packed by version ({@link
 * org.machinami.web.map.Ground}); what they say is read from the lines of those that are shown.
 */
package org.machinami.web.map;
