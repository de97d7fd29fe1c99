/**
 * Shapefiles: geometries ({@code .shp}), attributes ({@code .dbf}), reference system ({@code .prj})
 * and character encoding ({@code .cpg}), lying beside one another or in a zip archive. In: files
 * that may be hostile or cut. Out: Features in longitude and latitude. It reads nothing into memory
 * but one record at a time, and does not know RDF.
 *
 * @see <a
 *     href="https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf">ESRI
 *     Shapefile Technical Description</a>
 */
package org.machinami.loader.shapefile;
