package org.machinami.web.account;

import java.time.Instant;

/**
 * A session as its account sees it.
 *
 * @param id hash of its secret
 * @param browser what the browser called itself, cut
 */
public record Session(String id, String account, Instant started, Instant seen, String browser) {}
