/**
 * What the operating system does to files, said in the store's words: durable writes, and failures
 * that name file, cause and remedy.
 *
 * <p>In: paths and bytes. Out: files, or a {@link org.machinami.store.StoreException}.
 */
package org.machinami.store.disk;
