package org.machinami.web.monitor.whatif;

import java.util.Objects;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;

/** A run that has no report: one under way, or one that ended early. */
public record WhatIfRunView(Who who, WhatIfRun run) implements DeskView {
  public WhatIfRunView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(run, "run");
  }

  @Override
  public String template() {
    return "what-if-run.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("whatif.run-title", run.version());
  }

  @Override
  public String section() {
    return "monitor";
  }
}
