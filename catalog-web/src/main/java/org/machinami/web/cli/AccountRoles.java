package org.machinami.web.cli;

import java.util.List;
import java.util.Map;
import org.machinami.store.Store;
import org.machinami.web.account.Account;
import org.machinami.web.account.Accounts;
import org.machinami.web.account.Grant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account roles}: what an account may do. */
@Command(name = "roles")
final class AccountRoles extends AccountVerb {
  @Parameters(paramLabel = "LOGIN", descriptionKey = "account.login")
  private String login;

  @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "account.role")
  private List<String> roles = List.of();

  AccountRoles(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store, Accounts accounts) {
    List<Grant> grants = grants(roles).stream().distinct().sorted().toList();
    Account account = require(accounts, login);
    accounts.setGrants(account, grants);
    if (json()) {
      console()
          .json(
              Map.of(
                  "login",
                  account.login(),
                  "roles",
                  grants.stream().map(Grant::toString).toList()));
    } else {
      console().result(session().texts().of("account.roles", account.login(), words(grants)));
    }
    return ExitCode.DONE;
  }
}
