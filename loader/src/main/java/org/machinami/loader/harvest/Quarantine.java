package org.machinami.loader.harvest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.OwnCommit;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/**
 * A harvest that would change or delete more than it may: what it would do is kept as it was
 * reported, and is committed when a person says so, or thrown away.
 *
 * @param source name of the source
 * @param since when it was run
 * @param why it was stopped
 * @param before datasets of the source that are here
 * @param gone ids of datasets that would be deleted
 * @param lost properties that datasets would lose, and how many datasets
 * @param changes to the last graph, deletions last
 */
public record Quarantine(
    String source,
    Instant since,
    HarvestReport.Note why,
    int before,
    int added,
    int changed,
    int unchanged,
    List<String> gone,
    Map<String, Integer> lost,
    List<Change> changes) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GRAPHS_OF_A_COMMIT = 2_000;

  public Quarantine {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(why, "why");
    gone = List.copyOf(gone);
    lost = Map.copyOf(lost);
    changes = List.copyOf(changes);
  }

  /**
   * What would become of a graph.
   *
   * @param before its version when the harvest was run; empty: there was none
   * @param after empty: it is deleted
   */
  public record Change(String graph, Optional<Hash> before, Optional<Hash> after) {
    public Change {
      Objects.requireNonNull(graph, "graph");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /** What a release did. */
  public record Release(int commits, long sequence) {}

  /** All that wait in a store, by source. */
  public static List<Quarantine> all(Store store) {
    return SourceFolder.sources(store.directory().path()).stream()
        .flatMap(source -> find(store, source).stream())
        .toList();
  }

  /** That of a source. */
  public static Optional<Quarantine> find(Store store, String source) {
    Path file = folder(store, source).quarantine();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read((ObjectNode) JSON.readTree(file.toFile())));
    } catch (IOException | RuntimeException e) {
      throw new LoadException(
          Fault.ENVIRONMENT, e, "source.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  private static SourceFolder folder(Store store, String source) {
    return new SourceFolder(store.directory().path(), source);
  }

  /** Keeps it, with what is to be remembered of the source when it is released. */
  void keep(Store store, SourceMemory memory) {
    SourceFolder folder = folder(store, source);
    memory.write(folder.quarantinedMemory());
    try {
      Path fresh = folder.quarantine().resolveSibling("quarantine.new");
      JSON.writeValue(fresh.toFile(), write());
      Files.move(fresh, folder.quarantine(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Commits exactly what was reported.
   *
   * @param agent who says so
   * @param reason in their words
   * @throws LoadException when what is here has changed since, or the versions are no longer kept;
   *     nothing was committed then
   */
  public Release release(Store store, String agent, String reason) {
    SourceFolder folder = folder(store, source);
    try (SourceFolder.Turn turn = folder.turn(source)) {
      Objects.requireNonNull(turn);
      if (!find(store, source).filter(this::equals).isPresent()) {
        throw new LoadException(Fault.DATA, "harvest.release-other", source);
      }
      List<Change> open = changes.stream().filter(change -> !isDone(store, change)).toList();
      for (Change change : open) {
        requireUntouched(store, change);
      }
      Release release = commit(store, open, agent, reason);
      if (Files.exists(folder.quarantinedMemory())) {
        Files.move(
            folder.quarantinedMemory(), folder.memory(), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.deleteIfExists(folder.quarantine());
      return release;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a release that was cut off. */
  private static boolean isDone(Store store, Change change) {
    return version(store, change.graph()).equals(change.after());
  }

  private void requireUntouched(Store store, Change change) {
    if (!version(store, change.graph()).equals(change.before())) {
      throw new LoadException(Fault.DATA, "harvest.release-touched", source, change.graph());
    }
  }

  private static Optional<Hash> version(Store store, String graph) {
    return store.states().find(graph).map(GraphState::version);
  }

  private Release commit(Store store, List<Change> open, String agent, String reason) {
    int commits = 0;
    long sequence = 0;
    for (int from = 0; from < open.size(); from += GRAPHS_OF_A_COMMIT) {
      List<Change> some = open.subList(from, Math.min(from + GRAPHS_OF_A_COMMIT, open.size()));
      sequence =
          store
              .commit(
                  new CommitRequest(
                      agent,
                      OwnCommit.HARVEST.activity(),
                      OwnCommit.HARVEST.reason(source) + "; released from quarantine: " + reason,
                      Optional.empty(),
                      some.stream()
                          .map(change -> new GraphChange(change.graph(), change.after()))
                          .toList()))
              .sequence();
      commits++;
    }
    return new Release(commits, sequence);
  }

  /** Throws that of a source away, if there is one; the next harvest looks at the source anew. */
  public static void discard(Store store, String source) {
    SourceFolder folder = folder(store, source);
    try {
      Files.deleteIfExists(folder.quarantine());
      Files.deleteIfExists(folder.quarantinedMemory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode write() {
    ObjectNode json = JSON.createObjectNode();
    json.put("source", source)
        .put("since", since.toString())
        .put("ja", why.ja())
        .put("en", why.en())
        .put("before", before)
        .put("added", added)
        .put("changed", changed)
        .put("unchanged", unchanged);
    json.set("gone", JSON.valueToTree(gone));
    json.set("lost", JSON.valueToTree(lost));
    ArrayNode all = json.putArray("changes");
    for (Change change : changes) {
      all.addArray()
          .add(change.graph())
          .add(change.before().map(Hash::hex).orElse(""))
          .add(change.after().map(Hash::hex).orElse(""));
    }
    return json;
  }

  private static Quarantine read(ObjectNode json) {
    List<Change> changes = new ArrayList<>();
    for (var change : json.path("changes")) {
      changes.add(
          new Change(
              change.path(0).textValue(),
              hash(change.path(1).textValue()),
              hash(change.path(2).textValue())));
    }
    return new Quarantine(
        json.path("source").textValue(),
        Instant.parse(json.path("since").textValue()),
        new HarvestReport.Note(json.path("ja").textValue(), json.path("en").textValue()),
        json.path("before").intValue(),
        json.path("added").intValue(),
        json.path("changed").intValue(),
        json.path("unchanged").intValue(),
        StreamSupport.stream(json.path("gone").spliterator(), false)
            .map(id -> id.textValue())
            .toList(),
        JSON.convertValue(json.path("lost"), new TypeReference<Map<String, Integer>>() {}),
        changes);
  }

  private static Optional<Hash> hash(String hex) {
    return hex.isEmpty() ? Optional.empty() : Optional.of(Hash.parse(hex));
  }
}
