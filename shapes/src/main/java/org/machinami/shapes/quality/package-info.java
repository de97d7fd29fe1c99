/**
 * How good a dataset is, as far as a program can tell: the rules of machine readability, what came
 * out of each, the level that follows, and how all of it is written as statements of the Data
 * Quality Vocabulary. Who looks at files stands elsewhere; nothing here reads one.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dqv/">Data Quality Vocabulary</a>
 */
package org.machinami.shapes.quality;
