package org.machinami.web.account;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * Somebody's own account.
 *
 * @param roles what they may do, in words
 * @param notice message key of what was just done
 * @param mistake message key of what is wrong with the passwords
 */
public record AccountView(
    Who who,
    Account account,
    List<RoleLine> roles,
    List<SessionLine> sessions,
    Optional<String> notice,
    Optional<String> mistake)
    implements DeskView {
  public AccountView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(mistake, "mistake");
    roles = List.copyOf(roles);
    sessions = List.copyOf(sessions);
  }

  /**
   * A role in words.
   *
   * @param key of the role's name
   * @param organisation name of the organisation; empty for all
   */
  public record RoleLine(String key, Optional<Text> organisation) {}

  /** An open session. */
  public record SessionLine(String browser, Instant started, Instant seen, boolean thisOne) {}

  @Override
  public String template() {
    return "account.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("account.title");
  }
}
