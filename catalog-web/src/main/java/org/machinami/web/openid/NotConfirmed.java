package org.machinami.web.openid;

import java.util.Locale;

/** Why nobody was confirmed. The message is for the log; it holds no code, token or secret. */
public final class NotConfirmed extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Why {
    /** They said no at the provider, or went away. */
    CANCELLED,
    /** What came back does not hold. */
    REFUSED,
    /** The provider cannot be reached, or does not speak as it should. */
    UNAVAILABLE;

    /** The end of the message key that says so. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Why why;

  NotConfirmed(Why why, String message) {
    super(message);
    this.why = why;
  }

  NotConfirmed(Why why, String message, Throwable cause) {
    super(message, cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
