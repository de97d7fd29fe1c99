package org.machinami.loader;

/**
 * A row that became triples.
 *
 * @param triples how many, repetitions counted
 */
public record Mapped(Position at, int triples) implements Mapping {}
