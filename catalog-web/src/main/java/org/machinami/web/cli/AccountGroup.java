package org.machinami.web.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code account}: who works at the desks. */
@Command(name = "account", synopsisSubcommandLabel = "VERB")
final class AccountGroup extends Verb {
  @Spec private CommandSpec spec;

  AccountGroup(Session session) {
    super(session);
  }

  /** What can be done with them. */
  static List<Verb> parts(Session session, Forwarding forwarding) {
    return List.of(
        new AccountAdd(session, forwarding),
        new AccountList(session, forwarding),
        new AccountRoles(session, forwarding),
        new AccountReset(session, forwarding),
        new AccountDisable(session, forwarding));
  }

  /** Without a verb: how it is used. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "");
  }
}
