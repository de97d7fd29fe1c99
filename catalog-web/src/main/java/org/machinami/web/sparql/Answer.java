package org.machinami.web.sparql;

/**
 * A whole answer small enough to be remembered.
 *
 * @param sequence the commit whose state it was computed from
 * @param contentType as the query process named it
 * @param body not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(long sequence, String contentType, byte[] body) {}
