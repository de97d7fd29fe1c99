package org.machinami.shapes.quality;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person said of a rule.
 *
 * @param by IRI of who answered, which is published: an office or a role, not a person's name
 */
public record Answer(Rule rule, Reply reply, String by, Instant at) {

  /** What can be said. */
  public enum Reply {
    /** The rule is kept. */
    YES("yes"),
    NO("no"),
    /** The rule does not concern these files. */
    NOT_APPLICABLE("not-applicable");

    private final String id;

    Reply(String id) {
      this.id = id;
    }

    /** As it stands in the graph. */
    public String id() {
      return id;
    }

    /** The reply of that id. */
    public static Optional<Reply> of(String id) {
      return Stream.of(values()).filter(reply -> reply.id.equals(id)).findFirst();
    }
  }

  public Answer {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(reply, "reply");
    Objects.requireNonNull(at, "at");
    if (!isIri(by)) {
      throw new IllegalArgumentException("who answered must be named by an IRI: " + by);
    }
  }

  private static boolean isIri(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
