package org.machinami.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java process of its own, so that neither side of a comparison warms or fills the other's heap.
 * Closing it ends it and waits. Used by one thread.
 */
final class ChildProcess implements AutoCloseable {
  private static final Pattern MEMORY = Pattern.compile("(VmHWM|RssAnon):\\s+(\\d+) kB");

  private static final String OWN_CLASS_PATH = System.getProperty("java.class.path");

  private final Process process;
  private final Path output;
  private final long started = System.nanoTime();
  private long peakResident;
  private long peakAnonymous;

  private ChildProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a main class on this benchmark's own class path; its output goes to {@code output}. */
  static ChildProcess java(Path output, String heap, Class<?> main, List<String> arguments)
      throws IOException {
    return java(output, heap, main.getName(), arguments);
  }

  /** The same with flags of the JVM. */
  static ChildProcess java(
      Path output, String heap, String main, List<String> arguments, String... flags)
      throws IOException {
    return start(output, List.of(), heap, OWN_CLASS_PATH, main, arguments, flags);
  }

  /** Starts a main class on another class path. */
  static ChildProcess javaOn(
      String classPath, Path output, String heap, String main, List<String> arguments)
      throws IOException {
    return start(output, List.of(), heap, classPath, main, arguments);
  }

  /** The same, bound to the first core. */
  static ChildProcess onOneCore(Path output, String heap, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> bound = List.of("taskset", "-c", "0");
    return start(output, bound, heap, OWN_CLASS_PATH, main.getName(), arguments);
  }

  private static ChildProcess start(
      Path output,
      List<String> prefix,
      String heap,
      String classPath,
      String main,
      List<String> arguments,
      String... flags)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.addAll(List.of(flags));
    command.add("-Dmachinami.home=" + Workplace.home());
    command.add("-cp");
    command.add(classPath);
    command.add(main);
    command.addAll(arguments);
    return start(output, command, Map.of());
  }

  /** Starts a program with further variables in its environment. */
  static ChildProcess start(Path output, List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new ChildProcess(builder.start(), output);
  }

  /**
   * Waits for the end.
   *
   * @return seconds from start to end
   * @throws IOException when it ended with another code than 0; the text holds the end of its
   *     output
   */
  double finish(Duration limit) throws IOException, InterruptedException {
    long deadline = started + limit.toNanos();
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      sampleMemory();
      if (System.nanoTime() > deadline) {
        close();
        throw new IOException("not finished after " + limit + ": " + tail());
      }
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException("ended with " + process.exitValue() + ": " + tail());
    }
    return seconds;
  }

  /** Waits until a line of the output matches; returns its first group. */
  String await(Pattern line, Duration limit) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < deadline) {
      try (BufferedReader reader = Files.newBufferedReader(output)) {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
          Matcher matcher = line.matcher(text);
          if (matcher.find()) {
            return matcher.group(1);
          }
        }
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IOException("ended early with " + process.exitValue() + ": " + tail());
      }
      sampleMemory();
    }
    throw new IOException("no line like " + line + " after " + limit + ": " + tail());
  }

  /** The most resident memory seen, in bytes, mapped files included. */
  long peakResident() {
    sampleMemory();
    return peakResident;
  }

  /** The most anonymous resident memory seen, in bytes: heap, stacks, buffers; no mapped files. */
  long peakAnonymous() {
    sampleMemory();
    return peakAnonymous;
  }

  private void sampleMemory() {
    try {
      Matcher matcher =
          MEMORY.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
      while (matcher.find()) {
        long bytes = Long.parseLong(matcher.group(2)) * 1024;
        if (matcher.group(1).equals("VmHWM")) {
          peakResident = Math.max(peakResident, bytes);
        } else {
          peakAnonymous = Math.max(peakAnonymous, bytes);
        }
      }
    } catch (IOException e) {
      // It has ended between two looks; the last sample stands.
    }
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(output);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(20, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
