/**
 * The catalogue process as a server: connectors with their bounds, the order of handlers, health,
 * static files, start and stop. In: settings and an open store; out: a listening address. What the
 * pages say is not decided here.
 */
package org.machinami.web.server;
