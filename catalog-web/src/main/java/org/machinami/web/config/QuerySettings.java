package org.machinami.web.config;

import java.time.Duration;

/**
 * How the query process runs.
 *
 * @param heap most heap of its JVM, in the notation of -Xmx
 * @param timeout longest time a query may take
 */
public record QuerySettings(String heap, Duration timeout) {}
