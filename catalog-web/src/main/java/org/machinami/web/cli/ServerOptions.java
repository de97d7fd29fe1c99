package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.machinami.web.config.Configuration;
import org.machinami.web.config.Key;
import picocli.CommandLine.Option;

/** Options of the verbs that start a server. */
final class ServerOptions {
  @Option(names = "--host", paramLabel = "ADDRESS", descriptionKey = "host")
  private String host;

  @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
  private String port;

  @Option(names = "--base", paramLabel = "IRI", descriptionKey = "base")
  private String base;

  @Option(names = "--query-heap", paramLabel = "SIZE", descriptionKey = "query-heap")
  private String queryHeap;

  @Option(names = "--records-url", paramLabel = "URL", descriptionKey = "records-url")
  private String recordsUrl;

  @Option(names = "--log-format", paramLabel = "plain|json", descriptionKey = "log-format")
  private String logFormat;

  @Option(names = "--log-level", paramLabel = "LEVEL", descriptionKey = "log-level")
  private String logLevel;

  /** The base that was asked for, empty text for none. */
  String base() {
    return base == null ? "" : base.endsWith("/") ? base : base + "/";
  }

  Configuration configuration(Map<String, String> environment, Path data) {
    Map<Key, String> said = new EnumMap<>(Key.class);
    put(said, Key.SERVER_HOST, host);
    put(said, Key.SERVER_PORT, port);
    put(said, Key.QUERY_HEAP, queryHeap);
    put(said, Key.RECORDS_URL, recordsUrl);
    put(said, Key.LOG_FORMAT, logFormat);
    put(said, Key.LOG_LEVEL, logLevel);
    return Configuration.read(said, environment, data);
  }

  private static void put(Map<Key, String> said, Key key, String value) {
    if (value != null) {
      said.put(key, value);
    }
  }
}
