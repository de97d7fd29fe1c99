/**
 * {@code /datasets/{id}/table}: the data of a dataset as a table that one sorts, filters and pages
 * through. In: what is asked for, in the address; out: a page of rows. A table works by links and
 * one form.
 */
package org.machinami.web.table;
