package org.machinami.store.search;

/**
 * A name that can be looked for.
 *
 * @param documents how many datasets and things are called or tagged so
 */
public record Suggestion(String text, long documents) {}
