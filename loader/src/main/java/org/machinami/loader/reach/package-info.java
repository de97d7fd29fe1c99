/**
 * Whether what stands elsewhere still answers. In: addresses of the web. Out: for each what its
 * server said. Servers are asked so that nobody there notices: one request at a time, with a pause,
 * for headers only, and not again when a server is busy or down. Nothing here says what follows.
 */
package org.machinami.loader.reach;
