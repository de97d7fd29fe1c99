package org.machinami.web.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code policy}: its versions, drafts of it, and what a draft would break. */
@Command(name = "policy", synopsisSubcommandLabel = "VERB")
final class PolicyVerbs extends Verb {
  @Spec private CommandSpec spec;

  PolicyVerbs(Session session) {
    super(session);
  }

  /** What can be done with it. */
  static List<Verb> parts(Session session, Forwarding forwarding) {
    return List.of(
        new PolicyShow(session, forwarding),
        new PolicyWhatIf(session, forwarding),
        new PolicyKeep(session, forwarding),
        new PolicyAdopt(session, forwarding));
  }

  /** Without a verb: how it is used. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "");
  }
}
