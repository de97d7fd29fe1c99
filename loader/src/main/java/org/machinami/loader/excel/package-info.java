/**
 * Workbooks of Excel (.xlsx, ECMA-376) as sources: from the parts of the archive to rows,
 * streaming. Values come out as they are meant, not as they are shown: dates in ISO form, numbers
 * without separators. What a table should not have (merged and hidden cells, formulas, objects) is
 * told to the inspector. Nothing in a workbook is run or computed, and nothing that it links to is
 * fetched.
 *
 * @see <a
 *     href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376,
 *     Office Open XML</a>
 */
package org.machinami.loader.excel;
