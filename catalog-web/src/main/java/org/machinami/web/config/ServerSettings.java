package org.machinami.web.config;

import java.time.Duration;

/**
 * How the catalogue process listens.
 *
 * @param host name or address of the interface to listen on
 * @param port TCP port, 0 for any free one
 * @param threads most threads for requests; pages get all but a reserve for health and I/O
 * @param connections most open connections; more wait in the operating system's queue
 * @param idle a connection on which nothing moves is closed after this time
 * @param header a request whose headers are not complete after this time is dropped
 * @param headerBytes most bytes of request line and headers
 * @param bodyBytes most bytes of a request body
 * @param stop how long a stop waits for running requests
 * @param forwarded whether the caller's address is taken from Forwarded / X-Forwarded-For: only
 *     behind a reverse proxy that sets them
 */
public record ServerSettings(
    String host,
    int port,
    int threads,
    int connections,
    Duration idle,
    Duration header,
    int headerBytes,
    int bodyBytes,
    Duration stop,
    boolean forwarded) {}
