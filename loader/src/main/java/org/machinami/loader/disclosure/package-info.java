/**
 * The disclosure gate: what files tell of persons. In: the cells or records of a source while it is
 * read, and what the policy lets be told. Out: a verdict on what identifies persons (names, phone
 * numbers, My Number, cards), on cells that count too few of them, and on areas and times that are
 * too fine. It decides by columns, from their names and values, and never repeats a value that
 * identifies somebody.
 */
package org.machinami.loader.disclosure;
