/**
 * Feeds of public transport, GTFS and GTFS-JP: the tables in the zip archive of a feed as rows, and
 * two that follow from them: the days on which services run, and the lines that shapes draw. In: an
 * archive that may be hostile. Out: rows, with columns that a feed leaves out empty, and names in
 * other languages beside those that {@code translations.txt} translates. It does not know RDF.
 *
 * @see <a href="https://gtfs.org/documentation/schedule/reference/">GTFS Schedule Reference</a>
 */
package org.machinami.loader.gtfs;
