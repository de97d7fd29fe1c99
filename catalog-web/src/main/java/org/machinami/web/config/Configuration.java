package org.machinami.web.config;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.reach.Round;
import org.machinami.web.harvest.Due;

/** All settings of one run, each with the place it was said in. Immutable. */
public final class Configuration {
  /** The file of settings in a data directory. */
  public static final String FILE = "machinami.properties";

  private static final String NONE = "none";
  private static final Duration LONGEST_FETCH = Duration.ofSeconds(60);

  private record Value(String text, String where) {}

  private final Map<Key, Value> values;

  private Configuration(Map<Key, Value> values) {
    this.values = values;
  }

  /**
   * Reads the sources in their order of strength.
   *
   * @param options what the command line said
   * @param environment all variables; only those that begin with {@code MACHINAMI_} count
   * @param dataDirectory its {@code machinami.properties} is read where there is one
   * @throws ConfigurationException when a key is unknown or the file cannot be read
   */
  public static Configuration read(
      Map<Key, String> options, Map<String, String> environment, Path dataDirectory) {
    Map<Key, Value> values = new EnumMap<>(Key.class);
    for (Key key : Key.values()) {
      values.put(key, new Value(key.preset(), "default"));
    }
    readFile(dataDirectory.resolve(FILE), values);
    readEnvironment(environment, values);
    options.forEach((key, text) -> values.put(key, new Value(text, "command line")));
    Configuration configuration = new Configuration(values);
    configuration.server();
    configuration.query();
    configuration.sparql();
    configuration.recordsUrl();
    configuration.requests();
    configuration.accounts();
    configuration.openId();
    configuration.steward();
    configuration.validate();
    configuration.harvest();
    configuration.usageWrite();
    configuration.log();
    return configuration;
  }

  public ServerSettings server() {
    return new ServerSettings(
        text(Key.SERVER_HOST),
        (int) number(Key.SERVER_PORT, 0, 65_535),
        (int) number(Key.SERVER_THREADS, 16, 1_000),
        (int) number(Key.SERVER_CONNECTIONS, 1, 1_000_000),
        seconds(Key.SERVER_IDLE_SECONDS, 1, 3_600),
        seconds(Key.SERVER_HEADER_SECONDS, 1, 600),
        (int) number(Key.SERVER_HEADER_BYTES, 4_096, 1 << 20),
        (int) number(Key.SERVER_BODY_BYTES, 1_024, 1L << 30),
        seconds(Key.SERVER_STOP_SECONDS, 0, 600),
        yesOrNo(Key.SERVER_FORWARDED));
  }

  public QuerySettings query() {
    Value heap = require(Key.QUERY_HEAP);
    if (!heap.text().matches("[1-9][0-9]{0,6}[kKmMgG]?")) {
      throw wrong(Key.QUERY_HEAP, heap, "a size such as 512m or 2g");
    }
    return new QuerySettings(heap.text(), seconds(Key.QUERY_TIMEOUT_SECONDS, 1, 3_600));
  }

  public SparqlSettings sparql() {
    return new SparqlSettings(
        (int) number(Key.SPARQL_CONCURRENT, 1, 10_000),
        (int) number(Key.SPARQL_PER_CALLER, 1, 10_000),
        number(Key.SPARQL_CACHE_BYTES, 0, 1L << 34),
        (int) number(Key.SPARQL_CACHE_ANSWER_BYTES, 0, 1 << 26));
  }

  /** Most bytes of rendered pages that are remembered, 0 for none. */
  public long pageCacheBytes() {
    return number(Key.PAGES_CACHE_BYTES, 0, 1L << 34);
  }

  /** Where the records are: "embedded", or a JDBC URL of PostgreSQL. */
  public String recordsUrl() {
    Value url = require(Key.RECORDS_URL);
    if (!url.text().equals("embedded") && !url.text().startsWith("jdbc:postgresql:")) {
      // The value is not repeated: it may hold a password.
      throw new ConfigurationException(
          "Setting "
              + Key.RECORDS_URL.property()
              + " ("
              + url.where()
              + ") must be embedded, or begin with jdbc:postgresql:");
    }
    return url.text();
  }

  public RequestSettings requests() {
    return new RequestSettings(
        yesOrNo(Key.REQUESTS_MODERATED), (int) number(Key.REQUESTS_PER_HOUR, 1, 10_000));
  }

  public AccountSettings accounts() {
    return new AccountSettings(
        Duration.ofMinutes(number(Key.ACCOUNTS_IDLE_MINUTES, 1, 1_440)),
        Duration.ofHours(number(Key.ACCOUNTS_SESSION_HOURS, 1, 168)),
        Duration.ofHours(number(Key.ACCOUNTS_LINK_HOURS, 1, 720)));
  }

  /** The OpenID provider that people sign in with; empty unless one is configured. */
  public Optional<OpenIdSettings> openId() {
    List<Key> others = List.of(Key.OIDC_CLIENT_ID, Key.OIDC_CLIENT_SECRET, Key.OIDC_NAME);
    if (isNone(Key.OIDC_ISSUER)) {
      for (Key other : others) {
        if (!isNone(other)) {
          throw new ConfigurationException(
              "Setting "
                  + other.property()
                  + " ("
                  + require(other).where()
                  + ") says nothing without "
                  + Key.OIDC_ISSUER.property());
        }
      }
      return Optional.empty();
    }
    Value issuer = require(Key.OIDC_ISSUER);
    boolean loopback = yesOrNo(Key.OIDC_LOOPBACK);
    if (!OpenIdSettings.isIssuer(issuer.text(), loopback)) {
      throw wrong(
          Key.OIDC_ISSUER,
          issuer,
          "an https address without query and fragment, as the provider writes it itself");
    }
    if (isNone(Key.OIDC_CLIENT_ID)) {
      throw wrong(
          Key.OIDC_CLIENT_ID,
          require(Key.OIDC_CLIENT_ID),
          "what the provider calls this catalogue");
    }
    URI address = URI.create(issuer.text());
    EgressLimits usual = egress(OpenIdSettings.MOST_BYTES, OpenIdSettings.LONGEST);
    return Optional.of(
        new OpenIdSettings(
            address,
            text(Key.OIDC_CLIENT_ID),
            Optional.of(text(Key.OIDC_CLIENT_SECRET)).filter(secret -> !secret.equals(NONE)),
            isNone(Key.OIDC_NAME) ? address.getHost() : text(Key.OIDC_NAME),
            loopback,
            loopback ? usual.allowing(address.getRawAuthority()) : usual));
  }

  private boolean isNone(Key key) {
    return require(key).text().equals(NONE);
  }

  /** What a steward may send. */
  public StewardSettings steward() {
    long bytes = number(Key.STEWARD_UPLOAD_BYTES, 1_024, 1L << 32);
    return new StewardSettings(bytes, egress(bytes, LONGEST_FETCH));
  }

  /** What the public validator may do. */
  public ValidateSettings validate() {
    int bytes = (int) number(Key.VALIDATE_BYTES, 1_024, 1L << 30);
    return new ValidateSettings(
        bytes,
        (int) number(Key.VALIDATE_PER_HOUR, 1, 100_000),
        (int) number(Key.VALIDATE_CONCURRENT, 1, 64),
        egress(bytes, ValidateSettings.FETCH));
  }

  /** What requests that go out may do, with caps of the caller's. */
  public EgressLimits egress(long bytes, Duration time) {
    Value ports = require(Key.EGRESS_PORTS);
    if (!ports.text().matches("\\d{1,5}( *, *\\d{1,5})*")) {
      throw wrong(Key.EGRESS_PORTS, ports, "numbers of ports with commas between them");
    }
    Set<Integer> numbers =
        Arrays.stream(ports.text().split(" *, *")).map(Integer::valueOf).collect(toSet());
    return new EgressLimits(
        EgressLimits.hosts(require(Key.EGRESS_ALLOW).text()), numbers, bytes, time);
  }

  /** What is harvested, and what sources may be asked for. */
  public HarvestSettings harvest() {
    Optional<Path> recipes =
        isNone(Key.HARVEST_RECIPES)
            ? Optional.empty()
            : Optional.of(Path.of(text(Key.HARVEST_RECIPES)));
    if (recipes.isPresent() && !Files.isDirectory(recipes.get())) {
      throw wrong(
          Key.HARVEST_RECIPES, require(Key.HARVEST_RECIPES), "a folder of recipes, or none");
    }
    return new HarvestSettings(
        recipes, egress(HarvestSettings.MOST_BYTES, HarvestSettings.LONGEST));
  }

  /** When what distributions point to is checked, and what servers may be asked for. */
  public LinkSettings links() {
    Optional<String> schedule =
        isNone(Key.LINKS_SCHEDULE) ? Optional.empty() : Optional.of(text(Key.LINKS_SCHEDULE));
    if (schedule.isPresent() && !Due.isSchedule(schedule.get())) {
      throw wrong(
          Key.LINKS_SCHEDULE,
          require(Key.LINKS_SCHEDULE),
          "a cron expression such as 30 2 * * *, or none");
    }
    return new LinkSettings(schedule, egress(LinkSettings.MOST_BYTES, Round.LONGEST_REQUEST));
  }

  /** How long counts of use are gathered in memory before they are written together. */
  public Duration usageWrite() {
    return seconds(Key.USAGE_WRITE_SECONDS, 1, 3_600);
  }

  public LogSettings log() {
    Value format = require(Key.LOG_FORMAT);
    Value level = require(Key.LOG_LEVEL);
    List<String> formats = List.of("plain", "json");
    List<String> levels = List.of("error", "warn", "info", "debug");
    if (!formats.contains(format.text())) {
      throw wrong(Key.LOG_FORMAT, format, "one of " + formats);
    }
    if (!levels.contains(level.text())) {
      throw wrong(Key.LOG_LEVEL, level, "one of " + levels);
    }
    return new LogSettings(format.text().equals("json"), level.text());
  }

  private static void readFile(Path file, Map<Key, Value> values) {
    if (!Files.exists(file)) {
      return;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          file + " cannot be read (" + e.getMessage() + "). Make it readable UTF-8.", e);
    }
    for (String name : properties.stringPropertyNames()) {
      Key key =
          Arrays.stream(Key.values())
              .filter(candidate -> candidate.property().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(name, file.toString(), properties()));
      values.put(key, new Value(properties.getProperty(name).strip(), file.toString()));
    }
  }

  private static void readEnvironment(Map<String, String> environment, Map<Key, Value> values) {
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      String name = entry.getKey();
      if (name.startsWith(Key.ENVIRONMENT_PREFIX)) {
        Key key =
            Arrays.stream(Key.values())
                .filter(candidate -> candidate.variable().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        unknown(
                            name,
                            "the environment",
                            Arrays.stream(Key.values()).map(Key::variable).toList()));
        values.put(key, new Value(entry.getValue().strip(), "the environment, " + name));
      }
    }
  }

  private static List<String> properties() {
    return Arrays.stream(Key.values()).map(Key::property).toList();
  }

  private static ConfigurationException unknown(String name, String where, List<String> known) {
    Optional<String> near = Suggestion.nearest(name, known);
    return new ConfigurationException(
        "Unknown setting "
            + name
            + " in "
            + where
            + ". "
            + near.map(word -> "Did you mean " + word + "? ").orElse("")
            + "Known settings: "
            + String.join(", ", known));
  }

  private String text(Key key) {
    Value value = require(key);
    if (value.text().isBlank()) {
      throw wrong(key, value, "not empty");
    }
    return value.text();
  }

  private long number(Key key, long least, long most) {
    Value value = require(key);
    String wanted = "a whole number from " + least + " to " + most;
    try {
      long number = Long.parseLong(value.text());
      if (number < least || number > most) {
        throw wrong(key, value, wanted);
      }
      return number;
    } catch (NumberFormatException e) {
      throw wrong(key, value, wanted);
    }
  }

  private Duration seconds(Key key, long least, long most) {
    return Duration.ofSeconds(number(key, least, most));
  }

  private boolean yesOrNo(Key key) {
    Value value = require(key);
    return switch (value.text().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(key, value, "true or false");
    };
  }

  private Value require(Key key) {
    return values.get(key);
  }

  private static ConfigurationException wrong(Key key, Value value, String wanted) {
    return new ConfigurationException(
        "Setting "
            + key.property()
            + " is \""
            + value.text()
            + "\" ("
            + value.where()
            + "); it must be "
            + wanted);
  }
}
