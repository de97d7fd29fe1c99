package org.machinami.web.cli;

import java.util.List;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.web.account.Account;
import org.machinami.web.account.Accounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code account reset}: a new password, or a one-time link to set one. */
@Command(name = "reset")
final class AccountReset extends AccountVerb {
  @Parameters(paramLabel = "LOGIN", descriptionKey = "account.login")
  private String login;

  @Mixin private PasswordSource password = new PasswordSource();

  AccountReset(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  List<String> prepare() {
    return password.ask(session(), login);
  }

  @Override
  void cleanUp() {
    password.forget();
  }

  @Override
  int run(Store store, Accounts accounts) {
    Account account = require(accounts, login);
    Optional<String> given = password.read(session(), account.login());
    if (given.isPresent()) {
      accounts.setPassword(account, given.get());
    } else {
      accounts.endSessions(account);
    }
    say(
        "account.reset",
        account.login(),
        given.isPresent() ? Optional.empty() : Optional.of(link(store, accounts, account)));
    return ExitCode.DONE;
  }
}
