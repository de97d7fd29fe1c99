/**
 * Data graphs as tables. In: the sorted lines of a version; out: which tables are in it and what
 * their columns hold ({@link org.machinami.web.rows.Shape}), the rows that a reader asks for
 * ({@link org.machinami.web.rows.Selection}), and both in words ({@link
 * org.machinami.web.rows.TableView}). A graph is streamed and never held; nothing here asks the
 * query process or knows of HTTP.
 */
package org.machinami.web.rows;
