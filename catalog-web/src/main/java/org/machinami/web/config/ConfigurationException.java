package org.machinami.web.config;

/**
 * A setting that is unknown or out of range; the message says which, where it stands, and what may
 * stand there.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConfigurationException(String message) {
    super(message);
  }

  ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
