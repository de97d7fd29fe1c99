/**
 * {@code /datasets/{id}/chart}: one drawing of a table and the numbers that it shows. In: a column
 * to go along and a figure to show; out: a line over time, bars for classes or a histogram, as the
 * type of the column has it, in the units of an SVG that styles colour.
 */
package org.machinami.web.chart;
