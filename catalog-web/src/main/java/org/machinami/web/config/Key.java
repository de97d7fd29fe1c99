package org.machinami.web.config;

import java.util.Locale;

/**
 * A setting by its name in {@code machinami.properties}; in the environment it is upper case with
 * {@code MACHINAMI_} before it ({@code sparql.per-caller} is {@code MACHINAMI_SPARQL_PER_CALLER}).
 * The defaults are repeated in docs/operations.md, which a test compares with this list.
 */
public enum Key {
  SERVER_HOST("server.host", "127.0.0.1"),
  SERVER_PORT("server.port", "8080"),
  SERVER_THREADS("server.threads", "64"),
  SERVER_CONNECTIONS("server.connections", "4096"),
  SERVER_IDLE_SECONDS("server.idle-seconds", "30"),
  SERVER_HEADER_SECONDS("server.header-seconds", "10"),
  SERVER_HEADER_BYTES("server.header-bytes", "32768"),
  SERVER_BODY_BYTES("server.body-bytes", "1048576"),
  SERVER_STOP_SECONDS("server.stop-seconds", "10"),
  SERVER_FORWARDED("server.forwarded", "false"),
  PAGES_CACHE_BYTES("pages.cache-bytes", "67108864"),
  QUERY_HEAP("query.heap", "1g"),
  QUERY_TIMEOUT_SECONDS("query.timeout-seconds", "30"),
  SPARQL_CONCURRENT("sparql.concurrent", "32"),
  SPARQL_PER_CALLER("sparql.per-caller", "16"),
  SPARQL_CACHE_BYTES("sparql.cache-bytes", "33554432"),
  SPARQL_CACHE_ANSWER_BYTES("sparql.cache-answer-bytes", "262144"),
  RECORDS_URL("records.url", "embedded"),
  REQUESTS_MODERATED("requests.moderated", "true"),
  REQUESTS_PER_HOUR("requests.per-hour", "5"),
  ACCOUNTS_IDLE_MINUTES("accounts.idle-minutes", "60"),
  ACCOUNTS_SESSION_HOURS("accounts.session-hours", "12"),
  ACCOUNTS_LINK_HOURS("accounts.link-hours", "72"),
  OIDC_ISSUER("oidc.issuer", "none"),
  OIDC_CLIENT_ID("oidc.client-id", "none"),
  OIDC_CLIENT_SECRET("oidc.client-secret", "none"),
  OIDC_NAME("oidc.name", "none"),
  OIDC_LOOPBACK("oidc.loopback", "false"),
  STEWARD_UPLOAD_BYTES("steward.upload-bytes", "104857600"),
  VALIDATE_BYTES("validate.bytes", "10485760"),
  VALIDATE_PER_HOUR("validate.per-hour", "120"),
  VALIDATE_CONCURRENT("validate.concurrent", "4"),
  EGRESS_ALLOW("egress.allow", "none"),
  EGRESS_PORTS("egress.ports", "80,443"),
  HARVEST_RECIPES("harvest.recipes", "none"),
  LINKS_SCHEDULE("links.schedule", "none"),
  USAGE_WRITE_SECONDS("usage.write-seconds", "10"),
  LOG_FORMAT("log.format", "plain"),
  LOG_LEVEL("log.level", "info");

  static final String ENVIRONMENT_PREFIX = "MACHINAMI_";

  private final String property;
  private final String preset;

  Key(String property, String preset) {
    this.property = property;
    this.preset = preset;
  }

  /** The name in {@code machinami.properties}. */
  public String property() {
    return property;
  }

  /** The name in the environment. */
  public String variable() {
    return ENVIRONMENT_PREFIX
        + property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The value when nobody says otherwise. */
  public String preset() {
    return preset;
  }
}
