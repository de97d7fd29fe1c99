package org.machinami.web.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.web.account.PasswordRule;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import picocli.CommandLine.Option;

/** Where the password of an account comes from: a file, or nowhere, which makes a one-time link. */
final class PasswordSource {
  @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "account.password-file")
  private Path file;

  @Option(names = "--prompt", descriptionKey = "account.prompt")
  private boolean prompt;

  private boolean ours;

  /**
   * Asks on the terminal, where that is wanted, and keeps the answer in a file that nobody else can
   * read: what goes to the server is its name.
   */
  List<String> ask(Session session, String login) {
    if (!prompt || file != null) {
      return List.of();
    }
    Texts texts = session.texts();
    java.io.Console terminal =
        Optional.ofNullable(System.console())
            .filter(any -> session.console().columns() > 0)
            .orElseThrow(() -> new WrongUse(texts.of("error.no-terminal")));
    char[] first = terminal.readPassword("%s", texts.of("account.ask", login));
    char[] again = terminal.readPassword("%s", texts.of("account.ask-again"));
    if (first == null || !Arrays.equals(first, again)) {
      throw new WrongUse(texts.of("error.passwords-differ"));
    }
    try {
      file = Files.createTempFile("machinami", ".password"); // for its owner only
      ours = true;
      Files.writeString(file, new String(first));
    } catch (IOException e) {
      throw new WrongUse(texts.of("error.password-file", file, e.getMessage()));
    }
    return List.of("--password-file", file.toString());
  }

  /** Takes away the file that {@link #ask} made. */
  void forget() {
    if (ours) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  /**
   * The password, of which nothing is wrong; empty for a link.
   *
   * @throws WrongUse when the file cannot be read or the password cannot be used
   */
  Optional<String> read(Session session, String login) {
    if (file == null) {
      return Optional.empty();
    }
    String password;
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      password = lines.findFirst().orElse("");
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new WrongUse(session.texts().of("error.password-file", file, e.getMessage()));
    }
    Messages words = Messages.in(Language.find(session.texts().language()).orElseThrow());
    PasswordRule.mistake(password, login)
        .ifPresent(
            key -> {
              throw new WrongUse(session.texts().of("error.password", words.text(key)));
            });
    return Optional.of(password);
  }
}
