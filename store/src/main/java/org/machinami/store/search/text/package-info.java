/**
 * From text to words, the same for what is indexed and for what is typed: Japanese with readings,
 * English with stems, pairs of characters, years and numbers in one spelling. In: text; out:
 * streams and lists of terms, a typed query taken apart. Knows nothing of an index.
 */
package org.machinami.store.search.text;
