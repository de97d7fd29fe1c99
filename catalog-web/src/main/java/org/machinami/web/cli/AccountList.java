package org.machinami.web.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.store.Store;
import org.machinami.web.account.Account;
import org.machinami.web.account.Accounts;
import org.machinami.web.account.Grant;
import picocli.CommandLine.Command;

/** {@code account list}: a line for each. */
@Command(name = "list")
final class AccountList extends AccountVerb {
  AccountList(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store, Accounts accounts) {
    List<Account> found = accounts.list();
    if (json()) {
      console().json(Map.of("accounts", found.stream().map(AccountList::fields).toList()));
      return ExitCode.DONE;
    }
    if (found.isEmpty()) {
      console().note("account.none");
    }
    for (Account account : found) {
      console()
          .result(
              "%-24s  %-8s  %-40s  %s"
                  .formatted(
                      account.login(),
                      state(account),
                      words(account.grants()),
                      RequestsVerb.plain(account.name())));
    }
    return ExitCode.DONE;
  }

  private static String state(Account account) {
    return account.active() ? "active" : "disabled";
  }

  private static Map<String, Object> fields(Account account) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("login", account.login());
    fields.put("name", account.name());
    fields.put("organisation", account.organisation());
    fields.put("state", state(account));
    fields.put("password", account.hasPassword());
    fields.put("roles", account.grants().stream().map(Grant::toString).toList());
    fields.put("created", account.created().toString());
    return fields;
  }
}
