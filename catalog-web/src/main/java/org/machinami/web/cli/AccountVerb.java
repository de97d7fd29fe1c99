package org.machinami.web.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.machinami.store.Store;
import org.machinami.web.account.Account;
import org.machinami.web.account.Accounts;
import org.machinami.web.account.Grant;
import org.machinami.web.config.AccountSettings;
import org.machinami.web.config.Configuration;
import org.machinami.web.server.Catalogue;

/** A verb on accounts. */
abstract class AccountVerb extends DataVerb {
  AccountVerb(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  final int run(Store store) {
    // The server's own, so that its sessions learn of a change.
    Optional<Catalogue> running = session().catalogue();
    return running.isPresent()
        ? run(store, running.get().accounts())
        : withRecords(records -> run(store, new Accounts(records, settings(), Clock.systemUTC())));
  }

  /** Does the work; the exit code. */
  abstract int run(Store store, Accounts accounts);

  final AccountSettings settings() {
    return Configuration.read(Map.of(), session().environment(), data()).accounts();
  }

  final Account require(Accounts accounts, String login) {
    return accounts
        .find(login)
        .orElseThrow(
            () -> new WrongUse(session().texts().of("error.no-such-account", login, data())));
  }

  final List<Grant> grants(List<String> roles) {
    return roles.stream()
        .map(
            text ->
                Grant.read(text)
                    .orElseThrow(() -> new WrongUse(session().texts().of("error.no-role", text))))
        .toList();
  }

  final String words(List<Grant> grants) {
    return grants.isEmpty()
        ? session().texts().of("account.roles-none")
        : grants.stream().map(Grant::toString).collect(Collectors.joining(" "));
  }

  /** A one-time link; where the server listens, or will. */
  final String link(Store store, Accounts accounts, Account account) {
    return store.base() + accounts.link(account);
  }

  final void say(String key, String login, Optional<String> link) {
    if (json()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("login", login);
      link.ifPresent(address -> fields.put("link", address));
      console().json(fields);
      return;
    }
    console().result(session().texts().of(key, login));
    link.ifPresent(
        address ->
            console()
                .result(
                    session().texts().of("account.link", settings().link().toHours(), address)));
  }
}
