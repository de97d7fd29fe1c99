package org.machinami.web.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.web.config.LogSettings;
import org.machinami.web.config.Suggestion;
import org.machinami.web.server.Logging;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code machinami}: the verb is the first argument. */
@Command(name = "machinami", synopsisSubcommandLabel = "VERB", sortOptions = false)
public final class Machinami implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  Machinami() {}

  /** Runs one verb and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Texts texts = Texts.in(Texts.language(environment));
    Console console = new Console(out, err, columns(), texts);
    Logging.configure(new LogSettings(false, "warn"));
    Path here = Path.of("").toAbsolutePath();
    Session session = new Session(console, here, environment, Optional.empty());
    int exit = run(session, List.of(arguments));
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /** Runs one verb and returns its exit code. */
  static int run(Session session, List<String> arguments) {
    return commandLine(session, arguments).execute(arguments.toArray(String[]::new));
  }

  static CommandLine commandLine(Session session, List<String> arguments) {
    Forwarding forwarding = new Forwarding(session, arguments);
    CommandLine line = new CommandLine(new Machinami());
    for (Verb verb : Verb.all(session, forwarding)) {
      line.addSubcommand(verb);
    }
    CommandLine requests = line.getSubcommands().get("requests");
    Requests.parts(session, forwarding).forEach(requests::addSubcommand);
    CommandLine accounts = line.getSubcommands().get("account");
    AccountGroup.parts(session, forwarding).forEach(accounts::addSubcommand);
    CommandLine policy = line.getSubcommands().get("policy");
    PolicyVerbs.parts(session, forwarding).forEach(policy::addSubcommand);
    speak(line, session.texts());
    line.registerConverter(
        Path.class, text -> session.workingDirectory().resolve(text).normalize());
    line.setOut(writer(session.console().out()));
    line.setErr(writer(session.console().err()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> Failures.report(failure, session.console()));
    line.setParameterExceptionHandler((failure, args) -> misused(failure, session));
    return line;
  }

  private static void speak(CommandLine command, Texts texts) {
    command.setResourceBundle(texts.bundle());
    command.getSubcommands().values().forEach(part -> speak(part, texts));
  }

  /** Without a verb: how it is used. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "");
  }

  private static int misused(ParameterException failure, Session session) {
    PrintWriter err = failure.getCommandLine().getErr();
    String message = failure.getMessage();
    if (message == null || message.isEmpty()) {
      failure.getCommandLine().usage(err);
      return ExitCode.USAGE;
    }
    session.console().error(message);
    Texts texts = session.texts();
    CommandLine command = failure.getCommandLine();
    err.println(
        unmatched(failure)
            .flatMap(word -> Suggestion.nearest(word, words(command)))
            .map(word -> texts.of("error.did-you-mean", word))
            .orElseGet(() -> texts.of("error.see-help", command.getCommandSpec().qualifiedName())));
    err.flush();
    return ExitCode.USAGE;
  }

  private static Optional<String> unmatched(ParameterException failure) {
    return failure instanceof CommandLine.UnmatchedArgumentException unknown
        ? unknown.getUnmatched().stream().findFirst()
        : Optional.empty();
  }

  /** What could have been meant: the options and verbs of a command. */
  private static List<String> words(CommandLine command) {
    List<String> words = new ArrayList<>(command.getSubcommands().keySet());
    command.getCommandSpec().options().forEach(option -> words.addAll(List.of(option.names())));
    return words;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Width that the starting script found, 0 when standard error is not a terminal. */
  private static int columns() {
    return Integer.getInteger("machinami.columns", 0);
  }
}
