package org.machinami.web.monitor.whatif;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.machinami.loader.policy.WhatIfProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of one run, which is ended when it takes too long. {@link #follow} is called by one
 * thread; {@link #close} by any.
 */
final class WhatIfChild implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(WhatIfChild.class);
  private static final int KILLED_FOR_MEMORY = 3;

  private final Process process;
  private final WhatIfLimits limits;
  private volatile long moved = System.nanoTime();
  private volatile boolean slow;

  private WhatIfChild(Process process, WhatIfLimits limits) {
    this.process = process;
    this.limits = limits;
  }

  /** Starts it over a folder that is prepared. */
  static WhatIfChild start(Path data, Path folder, WhatIfLimits limits) throws IOException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + limits.heap(),
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseParallelGC",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dlogback.configurationFile=query-log-plain.xml",
            "-Dmachinami.log.level=warn",
            "-cp",
            classPath,
            WhatIfProcess.class.getName(),
            data.toString(),
            folder.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new WhatIfChild(process, limits);
  }

  /**
   * Stays with it to its end.
   *
   * @param progress is told how many datasets are done
   * @return DONE, TOO_SLOW or FAILED
   */
  WhatIfState follow(IntConsumer progress) throws InterruptedException {
    Thread watch = new Thread(this::watch, "what-if-watch");
    watch.setDaemon(true);
    watch.start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(WhatIfProcess.DONE)) {
          moved = System.nanoTime();
          progress.accept(Integer.parseInt(line.substring(WhatIfProcess.DONE.length())));
        }
      }
    } catch (IOException | NumberFormatException e) {
      log.warn("The process of a what-if said what was not expected and is ended", e);
      process.destroyForcibly();
    }
    int status = process.waitFor();
    watch.interrupt();
    if (slow) {
      return WhatIfState.TOO_SLOW;
    }
    if (status != 0) {
      log.info(
          "The process of a what-if ended with status {}{}",
          status,
          status == KILLED_FOR_MEMORY ? ", perhaps for lack of memory" : "");
    }
    return status == 0 ? WhatIfState.DONE : WhatIfState.FAILED;
  }

  /** Ends the process when it takes too long. */
  private void watch() {
    long began = System.nanoTime();
    try {
      while (process.isAlive()) {
        long now = System.nanoTime();
        long left =
            Math.min(
                limits.whole().minusNanos(now - began).toMillis(),
                limits.stall().minusNanos(now - moved).toMillis());
        if (left <= 0) {
          slow = true;
          process.destroyForcibly();
          return;
        }
        process.waitFor(Math.min(left, Duration.ofSeconds(1).toMillis()), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it has ended by itself
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
