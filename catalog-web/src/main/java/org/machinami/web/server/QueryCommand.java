package org.machinami.web.server;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.machinami.store.DataDirectory;
import org.machinami.web.config.Configuration;

/** How the query process is called: the same JVM and class path, a heap of its own. */
final class QueryCommand {
  private static final String MAIN = "org.machinami.query.QueryProcess";

  /**
   * A path is followed by one call within the other: this is enough for 4,000 steps also before
   * they are compiled. With twice as much a query that is nested 12,000 deep takes 8 s to refuse.
   */
  private static final String STACK = "-Xss2m";

  private QueryCommand() {}

  static List<String> of(DataDirectory directory, Configuration configuration) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + configuration.query().heap());
    command.add(STACK);
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:+UseParallelGC");
    command.add("-Djava.awt.headless=true");
    command.add("-Dfile.encoding=UTF-8");
    command.add(
        "-Dlogback.configurationFile=query-log-"
            + (configuration.log().json() ? "json" : "plain")
            + ".xml");
    command.add("-Dmachinami.log.level=" + configuration.log().level());
    command.add("-cp");
    command.add(absoluteClassPath());
    command.add(MAIN);
    command.add("--data");
    command.add(directory.path().toString());
    command.add("--timeout");
    command.add(Long.toString(configuration.query().timeout().toSeconds()));
    return command;
  }

  private static String absoluteClassPath() {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
