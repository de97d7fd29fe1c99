/**
 * Immutable blobs named by their SHA-256, compressed, in append-only pack files.
 *
 * <p>In: bytes. Out: their hash; later the bytes again, also in another process while this one
 * appends.
 */
package org.machinami.store.blob;
