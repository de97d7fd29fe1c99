/**
 * What a client is told when something cannot be done: what happened, to what, what to do. In: any
 * {@link java.lang.Throwable} that reaches the boundary; out: an RFC 9457 problem document or a
 * page, by {@code Accept}. Causes of our own failures go to the log, never to the client.
 */
package org.machinami.web.problem;
