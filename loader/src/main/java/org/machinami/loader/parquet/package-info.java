/**
 * Parquet and GeoParquet: rows of a file as Features, one row group in memory at a time. In: a file
 * that may be hostile. Out: Features whose properties are the columns and whose geometry is the
 * primary one of GeoParquet, in longitude and latitude. Runs without Hadoop: codecs are those of
 * libraries that are here anyway. It does not know RDF.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">File format</a>
 */
package org.machinami.loader.parquet;
