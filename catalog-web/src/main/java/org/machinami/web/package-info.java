/**
 * The pages of the catalogue, put together: what comes in is what pages read from ({@link
 * org.machinami.web.PageContext}), what goes out is the list of resources and filters for Jersey
 * ({@link org.machinami.web.Pages}). One package below this one for each page family. Nothing here
 * writes to the store.
 */
package org.machinami.web;
