package org.machinami.web.records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateResult;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open database of records. Thread-safe. */
public final class Records implements AutoCloseable {
  /** The address of the database in the data directory. */
  public static final String EMBEDDED = "embedded";

  private static final Logger log = LoggerFactory.getLogger(Records.class);
  private static final String FOLDER = "records";
  private static final String MIGRATIONS = "classpath:org/machinami/web/records/migrations";
  private static final String HISTORY = "machinami_migrations";
  private static final int MOST_CONNECTIONS = 8;
  private static final int CACHE_KILOBYTES = 8_192;
  private static final long LONGEST_WAIT_MILLIS = 5_000;

  private final boolean embedded;
  private final HikariDataSource connections;
  private final Jdbi jdbi;

  private Records(boolean embedded, HikariDataSource connections) {
    this.embedded = embedded;
    this.connections = connections;
    this.jdbi = Jdbi.create(connections);
  }

  /**
   * Opens the database, brings its schema up to this program, and takes in what a restored backup
   * left in the directory.
   *
   * @param url {@link #EMBEDDED}, or a JDBC URL of PostgreSQL
   * @param directory the data directory
   * @throws RecordsException when the database does not answer, is not ours, or is newer
   */
  public static Records open(String url, Path directory) {
    boolean embedded = url.equals(EMBEDDED);
    Path folder = folder(directory);
    HikariConfig config = new HikariConfig();
    config.setPoolName("records");
    config.setJdbcUrl(embedded ? embeddedUrl(folder) : url);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
    String place = embedded ? folder.toString() : withoutParameters(url);
    HikariDataSource connections;
    try {
      connections = new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException | IllegalArgumentException e) {
      throw new RecordsException(
          "The database of records at "
              + place
              + " cannot be opened: "
              + reason(e)
              + ". Start it, or set records.url.",
          e);
    }
    Records records = new Records(embedded, connections);
    try {
      records.migrate(place);
      RecordsCopy.takeIn(records, folder);
      return records;
    } catch (RuntimeException | Error e) {
      records.close();
      throw e;
    }
  }

  /**
   * Opens the database to look at it, changing nothing; empty where there is none yet.
   *
   * @param url {@link #EMBEDDED}, or a JDBC URL of PostgreSQL
   * @param directory the data directory
   * @throws RecordsException when it is there and does not open
   */
  public static Optional<Records> look(String url, Path directory) {
    boolean embedded = url.equals(EMBEDDED);
    Path file = folder(directory).resolve(FOLDER + ".mv.db");
    if (embedded && !Files.exists(file)) {
      return Optional.empty();
    }
    HikariConfig config = new HikariConfig();
    config.setPoolName("records to look at");
    config.setJdbcUrl(
        embedded
            ? "jdbc:h2:file:"
                + folder(directory).toAbsolutePath().resolve(FOLDER)
                + ";FILE_LOCK=FS;ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0"
            : url);
    config.setReadOnly(!embedded);
    config.setMaximumPoolSize(2);
    config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
    try {
      // Not written out when it is closed: nothing was written.
      return Optional.of(new Records(false, new HikariDataSource(config)));
    } catch (HikariPool.PoolInitializationException | IllegalArgumentException e) {
      throw new RecordsException(
          (embedded ? file.toString() : withoutParameters(url))
              + " cannot be opened: "
              + reason(e)
              + ".",
          e);
    }
  }

  /**
   * How the schema stands to the one of this program.
   *
   * @param isOlder whether the next start has something to add to it
   * @param faults where it is another one
   */
  record Schema(boolean isOlder, List<String> faults) {
    Schema {
      faults = List.copyOf(faults);
    }
  }

  Schema schema() {
    Flyway flyway = flyway().ignoreMigrationPatterns("*:pending").load();
    try {
      ValidateResult result = flyway.validateWithResult();
      boolean older = flyway.info().pending().length > 0;
      return new Schema(
          older,
          result.validationSuccessful
              ? List.of()
              : result.invalidMigrations.stream()
                  .map(m -> "migration " + m.version + ": " + m.errorDetails.errorMessage.strip())
                  .toList());
    } catch (FlywayException e) {
      throw new RecordsException("The schema of the records cannot be read: " + reason(e), e);
    }
  }

  private FluentConfiguration flyway() {
    return Flyway.configure().dataSource(connections).locations(MIGRATIONS).table(HISTORY);
  }

  /** Where the embedded database lies in a data directory. */
  static Path folder(Path directory) {
    return directory.resolve(FOLDER);
  }

  private static String embeddedUrl(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RecordsException(folder + " cannot be made: " + e.getMessage(), e);
    }
    return "jdbc:h2:file:"
        + folder.toAbsolutePath().resolve(FOLDER)
        + ";FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=0;CACHE_SIZE="
        + CACHE_KILOBYTES;
  }

  private void migrate(String place) {
    try {
      flyway().load().migrate();
    } catch (FlywayException e) {
      throw new RecordsException(
          "The schema of the database of records at "
              + place
              + " cannot be brought up to this version: "
              + e.getMessage().strip()
              + " Name an empty database or schema, or use the version that made this one.",
          e);
    }
  }

  /** What may be told of a URL: parameters and user may hold a password. */
  private static String withoutParameters(String url) {
    return url.replaceFirst("[?;].*$", "").replaceFirst("//[^/@]*@", "//");
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage()).strip().replaceFirst("\\.$", "");
  }

  /**
   * Runs a transaction; what it changed is on disk when this returns.
   *
   * @throws RecordsUnavailable when it failed and changed nothing
   */
  public <T> T durably(Function<Handle, T> work) {
    return answered(
        () -> {
          T result = jdbi.inTransaction(work::apply);
          if (embedded) {
            // H2 writes half a second later otherwise, and leaves the disk to the system.
            jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
          }
          return result;
        });
  }

  /**
   * Runs a transaction whose loss for half a second does not matter, or that only reads.
   *
   * @throws RecordsUnavailable when it failed and changed nothing
   */
  public <T> T ask(Function<Handle, T> work) {
    return answered(() -> jdbi.inTransaction(work::apply));
  }

  /** Runs a transaction that sees all tables as they are at one moment. */
  <T> T atOneMoment(Function<Handle, T> work) {
    return answered(
        () -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply));
  }

  /** An instant as it is bound to a query; records have milliseconds. */
  public static OffsetDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  /** An instant of a row. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static <T> T answered(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      throw new RecordsUnavailable(e);
    }
  }

  /** Closes all connections; an embedded database is written out and closed. */
  @Override
  public void close() {
    if (embedded) {
      try {
        jdbi.useHandle(
            handle -> handle.execute("SET DB_CLOSE_DELAY 0")); // with the last connection
      } catch (JdbiException e) {
        log.warn("The embedded database of records was not closed in order", e);
      }
    }
    connections.close();
  }
}
