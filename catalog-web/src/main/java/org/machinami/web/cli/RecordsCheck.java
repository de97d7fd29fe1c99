package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.machinami.store.StoreFollower;
import org.machinami.store.verify.Check;
import org.machinami.store.verify.Finding;
import org.machinami.web.config.Configuration;
import org.machinami.web.records.Records;
import org.machinami.web.records.RecordsException;
import org.machinami.web.records.RecordsUnavailable;
import org.machinami.web.records.RecordsVerification;

/**
 * Whether the operational records open and are such as this program keeps. What is not there yet is
 * no finding.
 */
final class RecordsCheck implements Check {
  private final Path data;
  private final Optional<Records> running;
  private final Map<String, String> environment;

  /**
   * @param data the data directory
   * @param running the records of the server that holds the directory; empty when this process does
   * @param environment which may name another database
   */
  RecordsCheck(Path data, Optional<Records> running, Map<String, String> environment) {
    this.data = data;
    this.running = running;
    this.environment = environment;
  }

  @Override
  public void run(StoreFollower store, Consumer<Finding> findings) {
    try {
      faults().forEach(fault -> findings.accept(finding(Finding.Kind.RECORDS, fault)));
    } catch (RecordsException | RecordsUnavailable e) {
      findings.accept(finding(Finding.Kind.UNREADABLE, e.getMessage()));
    }
  }

  private List<String> faults() {
    if (running.isPresent()) {
      return RecordsVerification.run(running.get());
    }
    String url = Configuration.read(Map.of(), environment, data).recordsUrl();
    Optional<Records> opened = Records.look(url, data);
    if (opened.isEmpty()) {
      return List.of();
    }
    try (Records records = opened.get()) {
      return RecordsVerification.run(records);
    }
  }

  private static Finding finding(Finding.Kind kind, String message) {
    return new Finding(kind, "records", message);
  }
}
