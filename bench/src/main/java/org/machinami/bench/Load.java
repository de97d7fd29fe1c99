package org.machinami.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bounded load of HTTP GETs from {@code wrk}, a process outside the JVM so that the generator
 * costs little of the two cores.
 *
 * @see <a href="https://github.com/wg/wrk">wrk</a>
 */
final class Load {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern PERCENTILE =
      Pattern.compile("^\\s+(\\d+)%\\s+([\\d.]+)(us|ms|s)\\s*$", Pattern.MULTILINE);
  private static final Pattern ERRORS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern SOCKETS = Pattern.compile("Socket errors: (.*)");

  /** Requests a second, and latencies in milliseconds. */
  record Result(double rate, double p50, double p99) {}

  private Load() {}

  /**
   * Asks for the paths in turn.
   *
   * @param address scheme, host and port, no path
   * @param paths what to ask for, in turn, percent-encoded
   * @throws IOException when an answer was no success: a rate of errors is no rate
   */
  static Result run(
      Path work, String address, List<String> paths, String accept, int connections, int seconds)
      throws IOException, InterruptedException {
    Path script = Files.createTempFile(work, "load", ".lua");
    StringBuilder lua = new StringBuilder("local paths = {\n");
    for (String path : paths) {
      lua.append("  \"").append(path.replace("\\", "\\\\").replace("\"", "\\\"")).append("\",\n");
    }
    lua.append("}\nlocal n = 0\nlocal headers = { Accept = \"").append(accept).append("\" }\n");
    lua.append("request = function()\n  n = n % #paths + 1\n");
    lua.append("  return wrk.format(\"GET\", paths[n], headers)\nend\n");
    Files.writeString(script, lua);
    List<String> command = new ArrayList<>(List.of("wrk", "-t1", "--latency"));
    command.add("-c" + connections);
    command.add("-d" + seconds + "s");
    command.add("--timeout=120s");
    command.addAll(List.of("-s", script.toString(), address));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IOException("wrk could not be started; on Debian: apt-get install wrk", e);
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || ERRORS.matcher(output).find() || SOCKETS.matcher(output).find()) {
      throw new IOException("the load on " + address + paths.get(0) + " failed:\n" + output);
    }
    return new Result(first(RATE, output), percentile(50, output), percentile(99, output));
  }

  private static double first(Pattern pattern, String output) throws IOException {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IOException("wrk printed no " + pattern + ":\n" + output);
    }
    return Double.parseDouble(matcher.group(1));
  }

  private static double percentile(int percent, String output) throws IOException {
    Matcher matcher = PERCENTILE.matcher(output);
    while (matcher.find()) {
      if (Integer.parseInt(matcher.group(1)) == percent) {
        double value = Double.parseDouble(matcher.group(2));
        return switch (matcher.group(3)) {
          case "us" -> value / 1000;
          case "s" -> value * 1000;
          default -> value;
        };
      }
    }
    throw new IOException("wrk printed no " + percent + "th percentile:\n" + output);
  }
}
