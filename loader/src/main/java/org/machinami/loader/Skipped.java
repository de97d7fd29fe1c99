package org.machinami.loader;

/**
 * A row that is left out on purpose: blank, or outside what the mapping keeps ({@code map:where}).
 */
public record Skipped(Position at) implements Mapping {}
