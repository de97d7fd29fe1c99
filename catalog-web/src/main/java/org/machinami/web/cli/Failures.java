package org.machinami.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.machinami.loader.LoadException;
import org.machinami.store.StoreException;
import org.machinami.store.search.SearchException;
import org.machinami.web.config.ConfigurationException;
import org.machinami.web.records.RecordsException;
import org.machinami.web.records.RecordsUnavailable;
import org.machinami.web.server.PortInUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a verb threw into a message and an exit code. */
final class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** Says it and returns the exit code. */
  static int report(Throwable failure, Console console) {
    if (failure instanceof WrongUse use) {
      console.error(use.getMessage());
      return ExitCode.USAGE;
    }
    if (failure instanceof ConfigurationException wrong) {
      console.error(wrong.getMessage());
      return ExitCode.USAGE;
    }
    if (failure instanceof LoadException load) {
      console.error(load.text(Locale.forLanguageTag(console.texts().language())));
      return switch (load.fault()) {
        case DATA -> ExitCode.REFUSED;
        case FOLDER -> ExitCode.USAGE;
        case ENVIRONMENT -> ExitCode.ENVIRONMENT;
      };
    }
    if (failure instanceof StoreException store) {
      console.error(store.getMessage());
      return of(store.code());
    }
    if (failure instanceof SearchException search) {
      console.error(search.getMessage());
      log.debug("Cause", failure);
      return ExitCode.ENVIRONMENT;
    }
    if (failure instanceof RecordsException || failure instanceof RecordsUnavailable) {
      console.error(failure.getMessage());
      log.debug("Cause", failure);
      return ExitCode.ENVIRONMENT;
    }
    if (failure instanceof PortInUse port) {
      console.error(console.texts().of("error.port", port.host(), port.port()));
      return ExitCode.ENVIRONMENT;
    }
    if (failure instanceof Console.NobodyReads) {
      return ExitCode.ENVIRONMENT;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      console.error(failure.getMessage());
      log.debug("Cause", failure);
      return ExitCode.ENVIRONMENT;
    }
    console.error(console.texts().of("error.internal", failure));
    log.error("Unexpected", failure);
    return ExitCode.ENVIRONMENT;
  }

  private static int of(StoreException.Code code) {
    return switch (code) {
      case NOT_A_DATA_DIRECTORY, ALREADY_EXISTS, NOT_A_CHECKPOINT, NOT_A_KEY -> ExitCode.USAGE;
      case INVALID_TRIPLE, DAMAGED, BLOB_MISSING -> ExitCode.REFUSED;
      default -> ExitCode.ENVIRONMENT;
    };
  }
}
