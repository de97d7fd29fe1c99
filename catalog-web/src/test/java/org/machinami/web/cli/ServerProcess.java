package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code machinami serve} in a process of its own, as an operator starts it. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final String address;

  private ServerProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it and returns when it says that it is ready. */
  static ServerProcess start(Path data, List<String> options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Machinami.class.getName(),
                "serve",
                "--json",
                "--port",
                "0",
                "--query-heap",
                "512m",
                "--log-level",
                "warn",
                "--data",
                data.toString()));
    command.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // Both JVMs start with half the work; what they do afterwards is short here.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    Process process = builder.start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    assertTrue(line != null, "the server ended before it was ready");
    JsonNode ready = new ObjectMapper().readTree(line);
    return new ServerProcess(process, ready.get("address").textValue());
  }

  /** Ends in "/". */
  String address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  /** Its child. */
  ProcessHandle queryProcess() {
    return findQueryProcess().orElseThrow();
  }

  /** Its child, unless that is down. */
  Optional<ProcessHandle> findQueryProcess() {
    return process.children().findFirst();
  }

  /** kill -9; returns when it and its query process are gone. */
  void kill() throws Exception {
    List<ProcessHandle> children = process.children().toList();
    process.destroyForcibly();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    for (ProcessHandle child : children) {
      child.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  /** SIGTERM; fails when it or its query process is still there after 30 s. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.children().toList();
    process.destroy();
    ended(process.toHandle());
    children.forEach(ServerProcess::ended);
  }

  private static void ended(ProcessHandle one) {
    one.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    assertFalse(one.isAlive(), "process " + one.pid() + " did not stop within 30 s");
  }
}
