/**
 * Which reader reads a source. In: what a mapping says of a source, or the name and the first bytes
 * of a file. Out: its {@link org.machinami.loader.source.SourceReader}. It reads no rows itself.
 */
package org.machinami.loader.format;
