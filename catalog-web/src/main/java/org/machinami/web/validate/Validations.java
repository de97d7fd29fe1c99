package org.machinami.web.validate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.machinami.loader.LoadException;
import org.machinami.loader.Progress;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.egress.Fetched;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.loader.validation.Validation;
import org.machinami.loader.validation.ValidationLimits;
import org.machinami.loader.validation.Validator;
import org.machinami.store.Store;
import org.machinami.web.config.ValidateSettings;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.CallerLimit;

/** The validator as many at a time may use it. Thread-safe. */
public final class Validations implements Closeable {
  private static final long PATIENCE_SECONDS = 2;
  private static final java.time.Duration BUSY = java.time.Duration.ofSeconds(5);

  private final ValidateSettings settings;
  private final PolicyOfToday policy;
  private final Validator validator;
  private final Egress egress;
  private final Path temporary;
  private final CallerLimit limit;
  private final Semaphore places;

  private Validations(
      ValidateSettings settings,
      PolicyOfToday policy,
      Validator validator,
      Egress egress,
      Path temporary) {
    this.settings = settings;
    this.policy = policy;
    this.validator = validator;
    this.egress = egress;
    this.temporary = temporary;
    this.limit = new CallerLimit(settings.perHour(), System::nanoTime);
    this.places = new Semaphore(settings.concurrent());
  }

  /**
   * Starts the client for addresses; to be closed.
   *
   * @param store whose policy is judged by; nothing is written to it
   * @param temporary where the files of requests lie meanwhile
   */
  public static Validations start(Store store, ValidateSettings settings, Path temporary) {
    PolicyOfToday policy = PolicyOfToday.of(store);
    return new Validations(
        settings,
        policy,
        new Validator(policy, store.base(), ValidationLimits.PUBLIC, Progress.none()),
        Egress.open(settings.egress()),
        temporary);
  }

  /** One use of the validator. */
  @FunctionalInterface
  interface Use<T> {
    T with(Validator validator) throws IOException;
  }

  ValidateSettings settings() {
    return settings;
  }

  Path temporary() {
    return temporary;
  }

  /**
   * Counts one more validation for an address.
   *
   * @throws Problem 429 when there were too many
   */
  void count(String address) {
    if (!limit.allows(address)) {
      throw Problem.tooMany("validate", CallerLimit.PERIOD);
    }
  }

  /**
   * Judges when there is a place.
   *
   * @throws Problem 429 when all are taken
   */
  <T> T use(Use<T> use) throws IOException {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Problem.tooMany("validate", BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.tooMany("validate", BUSY);
    }
    try {
      return use.with(validator);
    } finally {
      places.release();
    }
  }

  /** Number of the version of the policy that is in force. */
  String policy() {
    return policy.judge().policy().version();
  }

  /** Something could not be had, and so not be judged. */
  Validation stopped(String name, LoadException problem) {
    return validator.stopped(name, problem);
  }

  /** Fetches what is at an address, outside of the places: it waits for others. */
  Fetched fetch(String address, Path folder) {
    return egress.fetch(address, folder);
  }

  Validation judge(Validator judge, Fetched fetched, Path folder) {
    return judge.validate(fetched.file(), fetched.name(), fetched.mediaType(), folder);
  }

  @Override
  public void close() {
    egress.close();
  }
}
