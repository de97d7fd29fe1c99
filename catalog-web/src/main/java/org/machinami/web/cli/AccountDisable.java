package org.machinami.web.cli;

import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.web.account.Account;
import org.machinami.web.account.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account disable}: closes one, or opens it again. */
@Command(name = "disable")
final class AccountDisable extends AccountVerb {
  @Parameters(paramLabel = "LOGIN", descriptionKey = "account.login")
  private String login;

  @Option(names = "--enable", descriptionKey = "account.enable")
  private boolean enable;

  AccountDisable(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store, Accounts accounts) {
    Account account = require(accounts, login);
    accounts.setActive(account, enable);
    say(enable ? "account.enabled" : "account.disabled", account.login(), Optional.empty());
    return ExitCode.DONE;
  }
}
