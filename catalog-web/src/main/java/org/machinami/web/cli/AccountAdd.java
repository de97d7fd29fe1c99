package org.machinami.web.cli;

import java.util.List;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.web.account.Account;
import org.machinami.web.account.Accounts;
import org.machinami.web.account.Grant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account add}: makes one. */
@Command(name = "add")
final class AccountAdd extends AccountVerb {
  @Parameters(paramLabel = "LOGIN", descriptionKey = "account.login")
  private String login;

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "account.name", required = true)
  private String name;

  @Option(names = "--organisation", paramLabel = "NAME", descriptionKey = "account.organisation")
  private String organisation = "";

  @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "account.role")
  private List<String> roles = List.of();

  @Mixin private PasswordSource password = new PasswordSource();

  AccountAdd(Session session, Forwarding forwarding) {
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
    String wanted = Account.login(login);
    if (!Account.isLogin(wanted)) {
      throw new WrongUse(session().texts().of("error.no-login", login));
    }
    List<Grant> grants = grants(roles);
    Optional<String> given = password.read(session(), wanted);
    Account account =
        accounts
            .add(wanted, name.strip(), organisation.strip(), grants)
            .orElseThrow(() -> new WrongUse(session().texts().of("error.account-exists", wanted)));
    given.ifPresent(text -> accounts.setPassword(account, text));
    say(
        "account.added",
        wanted,
        given.isPresent() ? Optional.empty() : Optional.of(link(store, accounts, account)));
    return ExitCode.DONE;
  }
}
