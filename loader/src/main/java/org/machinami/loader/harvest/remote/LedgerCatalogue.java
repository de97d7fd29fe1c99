package org.machinami.loader.harvest.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.decision.Stop;
import org.machinami.store.ledger.Hash;

/**
 * Another Machinami by the feed of its ledger: the descriptions of its datasets, which of them
 * went, and of which the publication was stopped. The chain of the commits is looked at; a ledger
 * that is not the one that was read the last time changes nothing.
 */
public final class LedgerCatalogue implements RemoteCatalogue {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORMAT = "machinami-ledger-feed 1";
  private static final String AFTER = "ledger.after";
  private static final String HASH = "ledger.hash";
  private static final String METADATA = "graph/metadata/";
  private static final String DATA = "graph/data/";
  private static final String DATASETS = "datasets/";
  private static final String LINES = "application/x-ndjson";
  private static final String TRIPLES = "application/n-triples";
  private static final int LIMIT = 10_000;

  private final PoliteClient client;
  private final String address;

  // Of the run in hand.
  private final Map<String, String> states = new TreeMap<>();
  private final Map<String, String> stops = new TreeMap<>();
  private long sequence;
  private String hash = "";

  /**
   * @param address of the other catalogue, with or without {@code ledger}
   */
  public LedgerCatalogue(PoliteClient client, String address) {
    this.client = client;
    this.address = address.replaceFirst("/?(ledger)?/*$", "") + "/ledger";
  }

  @Override
  public void read(HarvestIntake intake) {
    states.clear();
    stops.clear();
    ObjectNode head = JsonRecords.document(client.fresh(address, "application/json"));
    String base = head.path("base").asText();
    if (!head.path("format").asText().equals(FORMAT) || !base.endsWith("/")) {
      throw new LoadException(Fault.DATA, "harvest.no-ledger", address);
    }
    boolean everything = intake.everything() || intake.remembered(AFTER).isEmpty();
    sequence = everything ? 0 : Long.parseLong(intake.remembered(AFTER).orElseThrow());
    hash =
        everything
            ? Hash.of(base.getBytes(StandardCharsets.UTF_8)).hex()
            : intake.remembered(HASH).orElseThrow();
    long last = head.path("head").asLong();
    if (last < sequence) {
      throw exchanged();
    }
    while (sequence < last && follow(base)) {
      // one answer after the other
    }
    if (sequence < last) {
      throw new LoadException(Fault.DATA, "harvest.short", address, last, sequence);
    }
    states.forEach((dataset, version) -> take(intake, base, dataset, version));
    stops.forEach(
        (dataset, why) -> intake.note("harvest.note.stopped", base + DATASETS + dataset, why));
    intake.remember(AFTER, Long.toString(sequence));
    intake.remember(HASH, hash);
    if (everything) {
      intake.whole();
    }
  }

  private LoadException exchanged() {
    return new LoadException(Fault.DATA, "harvest.ledger-exchanged", address, sequence);
  }

  /** Reads the next commits; whether there were any. */
  private boolean follow(String base) {
    String asked = address + "?after=" + sequence + "&limit=" + LIMIT;
    Page page = client.fresh(asked, LINES);
    long before = sequence;
    try (BufferedReader lines = Files.newBufferedReader(page.file(), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          commit(line, base);
        }
      }
    } catch (JsonProcessingException e) {
      throw new LoadException(Fault.DATA, e, "harvest.json", asked, e.getOriginalMessage());
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", page.file(), e.toString());
    }
    return sequence > before;
  }

  private void commit(String line, String base) throws JsonProcessingException {
    JsonNode commit = JSON.readTree(line);
    if (commit.path("sequence").asLong() != sequence + 1
        || !commit.path("previous").asText().equals(hash)) {
      throw exchanged();
    }
    String own = commit.path("hash").asText();
    int end = line.lastIndexOf(",\"hash\":");
    boolean whole = !commit.path("withheld").asBoolean(false);
    if (whole
        && (end < 0
            || !Hash.of(line.substring(0, end).getBytes(StandardCharsets.UTF_8))
                .hex()
                .equals(own))) {
      throw exchanged();
    }
    sequence++;
    hash = own;
    String prefix = base + METADATA;
    for (JsonNode change : commit.path("changes")) {
      String graph = change.path("graph").asText();
      if (graph.startsWith(prefix)) {
        states.put(graph.substring(prefix.length()), change.path("version").asText(""));
      }
      stopped(commit, graph, base);
    }
  }

  /** A stop leaves the description there, and takes away the data to which it leads. */
  private void stopped(JsonNode commit, String graph, String base) {
    String data = base + DATA;
    String files = base + DATASETS;
    String dataset = "";
    if (graph.startsWith(data)) {
      dataset = graph.substring(data.length());
    } else if (graph.startsWith(files)) {
      dataset = graph.substring(files.length()).replaceFirst("/.*$", "");
    }
    String activity = commit.path("activity").asText();
    if (!dataset.isEmpty() && activity.equals(Stop.STOP)) {
      stops.put(dataset, commit.path("reason").asText());
    } else if (activity.equals(Stop.RESUME)) {
      stops.remove(dataset);
    }
  }

  private void take(HarvestIntake intake, String base, String dataset, String version) {
    String foreign = base + DATASETS + dataset;
    if (version.isEmpty() || version.equals("null")) {
      stops.remove(dataset);
      intake.gone(foreign);
      return;
    }
    if (intake.isSame(foreign, version)) {
      intake.same(foreign);
      return;
    }
    String asked =
        address
            + "/graph?name="
            + URLEncoder.encode(base + METADATA + dataset, StandardCharsets.UTF_8)
            + "&at="
            + sequence;
    Optional<Page> page = client.find(asked, TRIPLES);
    if (page.isEmpty()) {
      // Withdrawn or stopped by now; a later commit says so.
      intake.gone(foreign);
      return;
    }
    try {
      intake.take(new ForeignRecord(foreign, "", version, triples(page.get())));
    } catch (RiotException e) {
      intake.refuse(foreign, "harvest.page-broken", String.valueOf(e.getMessage()));
    }
  }

  private static List<Triple> triples(Page page) {
    List<Triple> triples = new ArrayList<>();
    RDFParser.source(page.file())
        .lang(Lang.NTRIPLES)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(
            new StreamRDFBase() {
              @Override
              public void triple(Triple triple) {
                triples.add(triple);
              }
            });
    return triples;
  }
}
