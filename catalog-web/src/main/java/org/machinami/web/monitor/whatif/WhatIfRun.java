package org.machinami.web.monitor.whatif;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;

/**
 * A run of a draft.
 *
 * @param id made by us
 * @param by who started it
 * @param source what the draft came from: the name of a file, or empty for pasted text
 * @param version the number of the draft
 * @param titleJa of the draft, empty for none
 * @param titleEn of the draft, empty for none
 * @param started ISO 8601
 * @param ended ISO 8601; empty while it runs
 * @param datasets how many there are; 0 before they were counted
 * @param done how many are judged
 */
public record WhatIfRun(
    String id,
    String by,
    String source,
    String version,
    String titleJa,
    String titleEn,
    String started,
    String ended,
    WhatIfState state,
    int datasets,
    int done) {
  public WhatIfRun {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(state, "state");
    Instant.parse(started);
  }

  /** When it was started. */
  @JsonIgnore
  public Instant startedAt() {
    return Instant.parse(started);
  }

  /** When it ended. */
  @JsonIgnore
  public Optional<Instant> endedAt() {
    return ended.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(ended));
  }

  @JsonIgnore
  public boolean isRunning() {
    return state == WhatIfState.RUNNING;
  }

  @JsonIgnore
  public boolean isDone() {
    return state == WhatIfState.DONE;
  }

  /** The message that names its state. */
  @JsonIgnore
  public String stateKey() {
    return state.key();
  }

  /** The message that says what its state means. */
  @JsonIgnore
  public String whatKey() {
    return state.whatKey();
  }

  /** What the draft is called; empty when it has no title. */
  @JsonIgnore
  public Text title(Language language) {
    boolean japanese = language == Language.JA ? !titleJa.isEmpty() : titleEn.isEmpty();
    return japanese ? new Text(titleJa, "ja") : new Text(titleEn, "en");
  }

  WhatIfRun counted(int all) {
    return with(state, ended, all, done);
  }

  WhatIfRun reached(int judged) {
    return with(state, ended, datasets, Math.max(done, judged));
  }

  WhatIfRun ended(WhatIfState how, Instant when) {
    return with(how, when.toString(), datasets, how == WhatIfState.DONE ? datasets : done);
  }

  private WhatIfRun with(WhatIfState newState, String newEnded, int all, int judged) {
    return new WhatIfRun(
        id, by, source, version, titleJa, titleEn, started, newEnded, newState, all, judged);
  }
}
