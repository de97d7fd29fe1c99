package org.machinami.web.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: answers until it is told to stop. */
@Command(name = "serve")
final class Serve extends Verb {
  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data", defaultValue = "data")
  private Path data;

  @Mixin private ServerOptions options;

  Serve(Session session) {
    super(session);
  }

  @Override
  public Integer call() throws Exception {
    return new ServerRun(session(), data, options, json()).run(store -> {});
  }
}
