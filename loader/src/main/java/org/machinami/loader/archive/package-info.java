/**
 * Zip archives from outside, read within bounds. In: a file on disk that may be hostile. Out: its
 * entries with checked names, and their bytes as streams that stop at the caps. Nothing is unpacked
 * to disk, and no name out of an archive becomes a path.
 */
package org.machinami.loader.archive;
