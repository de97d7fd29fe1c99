package org.machinami.web.steward;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.machinami.loader.DatasetFolder;
import org.machinami.loader.OwnCommit;
import org.machinami.loader.decision.Stop;
import org.machinami.loader.gate.PublishersWords;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.quality.Answer;
import org.machinami.shapes.quality.GivenAnswers;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;

/**
 * Reads what is published of a dataset, whoever brought it: the desk, the command line. What a stop
 * has taken away is read as it was before. Thread-safe.
 */
final class Publications {
  private final Store store;
  private final Iris iris;
  private final NamedGraphs names;

  Publications(Store store) {
    this.store = store;
    this.iris = new Iris(store.base());
    this.names = new NamedGraphs(store.base());
  }

  /** What is published now. */
  Optional<Publication> find(String dataset) {
    return Iris.isId(dataset)
        ? findAsOf(
            dataset,
            Stop.find(store, dataset)
                .map(stop -> stop.sequence() - 1)
                .orElseGet(() -> store.ledger().head()))
        : Optional.empty();
  }

  /** What was published right after a commit. */
  Optional<Publication> findAsOf(String dataset, long sequence) {
    return store
        .states()
        .findAsOf(names.metadata(dataset), sequence)
        .map(state -> publication(dataset, state, sequence));
  }

  private Publication publication(String dataset, GraphState metadata, long sequence) {
    Map<String, Hash> files = named(iris.files(dataset), sequence);
    files.putAll(named(iris.recipe(dataset), sequence));
    List<String> mappings =
        files.keySet().stream().filter(name -> name.endsWith(DatasetFolder.MAPPING)).toList();
    String mapping = mappings.size() == 1 ? text(files.remove(mappings.get(0))) : "";
    Graph published = store.versions().graph(metadata.version());
    String activity = store.ledger().read(metadata.sequence() - 1, 1).get(0).activity();
    return new Publication(
        metadata.sequence(),
        activity.equals(OwnCommit.HARVEST.activity()),
        PublishersWords.of(published, store.base(), dataset),
        mapping,
        files.entrySet().stream()
            .map(file -> kept(published, dataset, file.getKey(), file.getValue()))
            .toList(),
        answers(dataset, sequence));
  }

  private List<Answer> answers(String dataset, long sequence) {
    return store
        .states()
        .findAsOf(names.verdict(dataset), sequence)
        .map(state -> GivenAnswers.read(store.versions().graph(state.version())).answers())
        .orElse(List.of());
  }

  private Map<String, Hash> named(String prefix, long sequence) {
    Map<String, Hash> named = new TreeMap<>();
    try (Stream<GraphState> states = store.states().listAsOf(prefix, sequence)) {
      states.forEach(
          state ->
              named.put(Iris.decode(state.graph().substring(prefix.length())), state.version()));
    }
    return named;
  }

  private Publication.Kept kept(Graph published, String dataset, String name, Hash version) {
    String sha256 =
        PublishersWords.checksum(published, store.base(), dataset, iris.file(dataset, name))
            .orElseGet(() -> digest(version));
    return new Publication.Kept(
        version, new Draft.Attached(name, sha256, store.versions().fileLength(version)));
  }

  /** Of a file that the description says nothing of: a mapping, settings; they are small. */
  private String digest(Hash version) {
    MessageDigest digest = Hash.sha256();
    try (InputStream in = new DigestInputStream(open(version), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(Hash version) {
    try (InputStream in = open(version)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a file; to be closed. */
  InputStream open(Hash version) {
    return store.versions().file(version);
  }
}
