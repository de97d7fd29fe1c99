/**
 * The steward's part in linking: things of two datasets of which no program can say whether they
 * are the same. Reads the questions of the last run of {@code machinami link}; an answer is a
 * commit of the dataset {@code links}. Only things of the steward's own organisations are asked.
 */
package org.machinami.web.steward.link;
