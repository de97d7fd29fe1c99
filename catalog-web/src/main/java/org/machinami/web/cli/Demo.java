package org.machinami.web.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: loads the bundled city and serves it. */
@Command(name = "demo")
final class Demo extends Verb {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      descriptionKey = "data-demo",
      defaultValue = "demo-data")
  private Path data;

  @Mixin private ServerOptions options;

  Demo(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return new ServerRun(session(), data, options, json()).run(store -> {});
  }
}
