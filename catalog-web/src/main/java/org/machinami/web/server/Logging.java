package org.machinami.web.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.machinami.web.config.LogSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the log of this process, on standard error. */
public final class Logging {
  private static final String PLAIN = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%ex";

  private Logging() {}

  /** From now on for the whole process. */
  public static void configure(LogSettings settings) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(settings, context));
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    Level level = Level.toLevel(settings.level(), Level.INFO);
    root.setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
    context.getLogger("org.machinami").setLevel(level);
    // Apache SIS, which GeoSPARQL brings, tells everybody that an optional directory is missing.
    context.getLogger("org.apache.sis").setLevel(Level.ERROR);
    // Flyway warns of every version of H2 that came after itself.
    context.getLogger("org.flywaydb").setLevel(Level.ERROR);
    // Jersey warns of every resource that is registered as an object; it serves them all the same.
    context.getLogger("org.glassfish.jersey.internal.inject.Providers").setLevel(Level.ERROR);
  }

  private static Encoder<ILoggingEvent> encoder(LogSettings settings, LoggerContext context) {
    if (settings.json()) {
      JsonEncoder json = new JsonEncoder();
      json.setContext(context);
      json.start();
      return json;
    }
    PatternLayoutEncoder plain = new PatternLayoutEncoder();
    plain.setContext(context);
    plain.setPattern(PLAIN);
    plain.start();
    return plain;
  }
}
