/**
 * What a cell of a table should say, where a program can know it, and files in which some cells say
 * that. In: the text of a cell, what was found in a row, the bytes of a table. Out: {@link
 * org.machinami.shapes.Repair.NewCells}, and a new file beside the old one. A repair is proposed
 * only where it was tried; nothing here changes a file in its place.
 */
package org.machinami.loader.repair;
