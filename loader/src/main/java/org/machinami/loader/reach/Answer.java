package org.machinami.loader.reach;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * What became of the question whether there is something at an address.
 *
 * @param status that the server answered; 0 when it did not
 * @param why it counts as such; empty when there is something
 */
public record Answer(Outcome outcome, int status, Optional<LoadException> why) {
  private static final int LAST_OF_SUCCESS = 299;

  /** A page that wants a password, or no programs, is there all the same. */
  private static final Set<Integer> CLOSED = Set.of(401, 402, 403, 407, 451);

  /** Nothing is at this place of what was asked for: there is a file, and it is empty. */
  private static final int NO_SUCH_RANGE = 416;

  private static final Set<Integer> BUSY = Set.of(408, 425, 429, 503);
  private static final int FIRST_OF_FAULTS = 400;

  /** Failures that say something of the address itself, whatever the server is like. */
  private static final Set<String> OF_ADDRESS =
      Set.of("egress.inside", "egress.no-address", "egress.location", "egress.redirects");

  /** What a server does not want programs to ask for. */
  static final String ROBOTS = "reach.robots";

  /** It may be there for others. */
  private static final Set<String> NOT_TO_BE_ASKED = Set.of("egress.port", ROBOTS);

  private static final String NO_HOST = "egress.unknown-host";

  /** The cases. */
  public enum Outcome {
    /** Something is there. */
    ANSWERED,
    /** Nothing is there, or nobody answered. */
    FAILED,
    /** The server wants to be left alone for now. */
    BUSY,
    /** It may not be asked from here. */
    UNASKED;

    /** Its name in records. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  public Answer {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(why, "why");
  }

  static Answer of(String address, int status) {
    boolean there =
        (status >= 200 && status <= LAST_OF_SUCCESS)
            || status == NO_SUCH_RANGE
            || CLOSED.contains(status);
    return there
        ? new Answer(Outcome.ANSWERED, status, Optional.empty())
        : new Answer(
            BUSY.contains(status) ? Outcome.BUSY : Outcome.FAILED,
            status,
            Optional.of(new LoadException(Fault.DATA, "egress.status", address, status)));
  }

  static Answer of(LoadException failure) {
    Outcome outcome = NOT_TO_BE_ASKED.contains(failure.key()) ? Outcome.UNASKED : Outcome.FAILED;
    return new Answer(outcome, 0, Optional.of(failure));
  }

  /** Whether it may be another one to a request that reads: many servers know no HEAD. */
  boolean isWorthAnotherLook() {
    return status >= FIRST_OF_FAULTS ? outcome != Outcome.BUSY : saysNothingOfAddress();
  }

  /** Whether no server was there at all. */
  boolean isNoHost() {
    return why.filter(failure -> failure.key().equals(NO_HOST)).isPresent();
  }

  /** Whether it is the server that is in trouble, and not what stands at the address. */
  boolean isTroubleOfHost() {
    return outcome == Outcome.BUSY || (saysNothingOfAddress() && outcome == Outcome.FAILED);
  }

  private boolean saysNothingOfAddress() {
    return status == 0
        && outcome != Outcome.UNASKED
        && !isNoHost()
        && why.filter(failure -> OF_ADDRESS.contains(failure.key())).isEmpty();
  }
}
