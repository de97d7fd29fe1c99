/**
 * What was found, written for those who read it: people, SHACL tools, scripts, code hosts. In: a
 * {@link org.machinami.loader.validation.Validation}. Out: text. Judges nothing.
 */
package org.machinami.loader.report;
