/**
 * JSON APIs as sources. In: a file NAME.api beside a mapping, which says where the API is and how
 * it goes from page to page. Out: the pages as files, which are read like any JSON. Either all of
 * an API comes through or nothing: a page that fails, a loop, a list that is shorter than it says
 * or than it was stop the load before anything is written. Nothing here maps a record.
 */
package org.machinami.loader.api;
