package org.machinami.web.config;

import java.time.Duration;

/**
 * How long somebody stays signed in.
 *
 * @param idle a session on which nothing happens ends after this time
 * @param longest a session ends after this time, whatever happens
 * @param link how long a one-time link can be used
 */
public record AccountSettings(Duration idle, Duration longest, Duration link) {}
