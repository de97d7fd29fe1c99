package org.machinami.web.config;

/**
 * What requests for data may do.
 *
 * @param moderated whether the operator lets a new request in before anybody sees it
 * @param perHour most new requests of one address within an hour
 */
public record RequestSettings(boolean moderated, int perHour) {}
