package org.machinami.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bundled city served by {@code ./machinami demo} in processes of its own. */
final class DemoCity implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/");

  private final Process process;
  private final String address;
  private final Path data;

  private DemoCity(Process process, String address, Path data) {
    this.process = process;
    this.address = address;
    this.data = data;
  }

  /** Starts it on any free port and waits until it has printed its address. */
  static DemoCity start(Path data) throws IOException {
    return start(data, Map.of());
  }

  /**
   * The same.
   *
   * @param settings as variables of its environment
   */
  static DemoCity start(Path data, Map<String, String> settings) throws IOException {
    String home = System.getProperty("machinami.home");
    ProcessBuilder builder =
        new ProcessBuilder(home + "/machinami", "demo", "--port", "0", "--data", data.toString());
    builder.environment().put("MACHINAMI_BUILD", "never"); // Maven has built it for this test
    // Both processes start with half the work; what they do afterwards is short here.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    builder.environment().put("MACHINAMI_REQUESTS_PER_HOUR", "100"); // all come from one address
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    List<String> seen = new ArrayList<>();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      seen.add(line);
      Matcher matcher = ADDRESS.matcher(line);
      if (line.startsWith("Machinami") && matcher.find()) {
        drain(output);
        return new DemoCity(process, matcher.group(1), data);
      }
    }
    throw new IOException("demo ended without an address:\n" + String.join("\n", seen));
  }

  /** Goes on reading, so that a full pipe never stops the server. */
  private static void drain(BufferedReader output) {
    Thread thread =
        new Thread(
            () -> {
              try {
                output.transferTo(Writer.nullWriter());
              } catch (IOException e) {
                // The process has ended.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** Loads a dataset folder, or a folder of these, as the command of the README does. */
  void load(Path folder) throws IOException, InterruptedException {
    run("load", folder.toString());
  }

  /** Runs a verb on the data of the city. */
  void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("machinami.home") + "/machinami");
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("MACHINAMI_BUILD", "never");
    Process verb = builder.start();
    String output = new String(verb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (verb.waitFor() != 0) {
      throw new IOException(command + " ended with " + verb.exitValue() + ":\n" + output);
    }
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(30, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
