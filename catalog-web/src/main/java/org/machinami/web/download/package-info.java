/**
 * {@code /datasets/{id}/downloads} and the files that it offers: tables of a dataset as CSV for
 * programs, CSV for spreadsheets, GeoJSON and Parquet. In: the rows of a version, streaming; out:
 * bytes, never held. What a small file measures is told before it is downloaded.
 */
package org.machinami.web.download;
