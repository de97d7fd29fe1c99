package org.machinami.loader;

import java.util.List;
import java.util.Locale;

/**
 * What stopped a load, said so that whoever can mend it knows what to do. Bad rows are no
 * exceptions: they are values ({@link Refused}); this is for what makes going on senseless.
 */
public final class LoadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Whose part it is to mend it. */
  public enum Fault {
    /** The dataset folder or its mapping is wrong: exit code 2. */
    FOLDER,
    /** The data are wrong: exit code 1. */
    DATA,
    /** The machine is short of something or a file cannot be read: exit code 3. */
    ENVIRONMENT
  }

  private final Fault fault;
  private final String key;
  private final transient List<Object> arguments;
  private final String english;

  public LoadException(Fault fault, String key, Object... arguments) {
    this(fault, null, key, arguments);
  }

  public LoadException(Fault fault, Throwable cause, String key, Object... arguments) {
    super(key, cause);
    this.fault = fault;
    this.key = key;
    this.arguments = List.of(arguments);
    this.english = Messages.text(Locale.ENGLISH, key, arguments);
  }

  public Fault fault() {
    return fault;
  }

  /** Key of the message in the bundle, stable for tests and scripts. */
  public String key() {
    return key;
  }

  @Override
  public String getMessage() {
    return english;
  }

  /** The message in the reader's language (ja or en). */
  public String text(Locale locale) {
    return arguments == null ? english : Messages.text(locale, key, arguments.toArray());
  }
}
