package org.machinami.web.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code requests}: what people ask for, and what becomes of it. */
@Command(name = "requests", synopsisSubcommandLabel = "VERB")
final class Requests extends Verb {
  @Spec private CommandSpec spec;

  Requests(Session session) {
    super(session);
  }

  /** What can be done with them. */
  static List<Verb> parts(Session session, Forwarding forwarding) {
    return List.of(
        new RequestsList(session, forwarding),
        new RequestsShow(session, forwarding),
        new RequestsSet(session, forwarding),
        new RequestsDelete(session, forwarding));
  }

  /** Without a verb: how it is used. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "");
  }
}
