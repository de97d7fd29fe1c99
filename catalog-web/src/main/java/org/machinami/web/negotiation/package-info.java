/**
 * What a request asks for and how the answer says what it is. In: path prefix (language), suffix,
 * {@code ?format=}, {@code Accept}, {@code Accept-Language}, {@code If-None-Match}; out: {@link
 * org.machinami.web.negotiation.Asked} for resources to read, and responses with {@code Vary},
 * {@code ETag}, {@code Last-Modified}, {@code Link} and {@code Content-Language}. Resources must
 * not read these headers themselves.
 */
package org.machinami.web.negotiation;
