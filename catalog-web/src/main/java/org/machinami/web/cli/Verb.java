package org.machinami.web.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all verbs have in common. */
@Command(sortOptions = false, mixinStandardHelpOptions = false)
abstract class Verb implements Callable<Integer> {
  private final Session session;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  Verb(Session session) {
    this.session = session;
  }

  /** All of them, in the order in which the help lists them. */
  static List<Verb> all(Session session, Forwarding forwarding) {
    return List.of(
        new Demo(session),
        new Serve(session),
        new Load(session, forwarding),
        new Harvest(session, forwarding),
        new Propose(session),
        new Validate(session, forwarding),
        new LinkVerb(session, forwarding),
        new CheckLinks(session, forwarding),
        new Export(session, forwarding),
        new AsOf(session, forwarding),
        new Rebuild(session, forwarding),
        new Verify(session, forwarding),
        new VerifyLedger(session),
        new Checkpoint(session, forwarding),
        new Backup(session, forwarding),
        new Restore(session),
        new PolicyVerbs(session),
        new Requests(session),
        new AccountGroup(session));
  }

  final Session session() {
    return session;
  }

  final Console console() {
    return session.console();
  }

  final boolean json() {
    return json;
  }
}
