/** The front page: search, counts, fields, sectors, what is new. Reads the search index only. */
package org.machinami.web.home;
