package org.machinami.web.monitor.whatif;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;

/**
 * The form, and the runs that are kept.
 *
 * @param running the one under way
 * @param runs the others, the latest first
 * @param kept numbers of the drafts in the ledger
 * @param text that was pasted
 * @param mistake why nothing was begun
 * @param mostBytes of a draft
 */
public record WhatIfHomeView(
    Who who,
    Optional<WhatIfRun> running,
    List<WhatIfRun> runs,
    List<String> kept,
    String text,
    Optional<Mistake> mistake,
    int mostBytes)
    implements DeskView {
  public WhatIfHomeView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(running, "running");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(mistake, "mistake");
    runs = List.copyOf(runs);
    kept = List.copyOf(kept);
  }

  /**
   * What is wrong with a draft.
   *
   * @param said in the reader's language
   * @param line of the draft, empty where it is no single one
   * @param detail what the parser says, in English; empty for nothing
   */
  public record Mistake(String said, String line, String detail) {}

  @Override
  public String template() {
    return "what-if.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("whatif.title");
  }

  @Override
  public String section() {
    return "monitor";
  }
}
