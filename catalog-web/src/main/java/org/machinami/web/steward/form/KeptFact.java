package org.machinami.web.steward.form;

/**
 * A statement that no field shows, in words.
 *
 * @param thing what the thing is called; empty for the dataset itself
 * @param property what the property is called
 * @param value in words
 */
public record KeptFact(String thing, String property, String value) {}
