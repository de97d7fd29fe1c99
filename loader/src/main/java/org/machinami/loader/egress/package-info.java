/**
 * The one client for requests that go out to addresses which somebody has typed. In: an address of
 * the web. Out: what is there, as a file. It connects only to addresses of the public internet, and
 * only to those that it has checked itself.
 */
package org.machinami.loader.egress;
