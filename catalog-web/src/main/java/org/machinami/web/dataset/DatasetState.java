package org.machinami.web.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Version;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** Which versions the graphs of a dataset have. */
public record DatasetState(
    String id, GraphState metadata, Optional<GraphState> verdict, Optional<GraphState> data) {

  /** What the dataset is called; its id where the description does not say. */
  public Text title(Described dataset, Language language) {
    return dataset.text(language, Terms.title).orElseGet(() -> new Text(id, "zxx"));
  }

  /** The newest change of any of them, and a tag over all. */
  public Version version() {
    List<GraphState> all =
        Stream.of(Optional.of(metadata), verdict, data).flatMap(Optional::stream).toList();
    byte[][] hashes = all.stream().map(s -> s.version().bytes()).toArray(byte[][]::new);
    Instant modified = all.stream().map(GraphState::modified).max(Instant::compareTo).orElseThrow();
    return new Version(Hash.of(hashes).hex().substring(0, 24), Optional.of(modified));
  }
}
