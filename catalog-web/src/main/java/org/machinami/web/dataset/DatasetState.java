package org.machinami.web.dataset;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Version;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/**
 * Which versions the graphs of a dataset have.
 *
 * @param stop the stop that its publication is under now; its data are absent then
 */
public record DatasetState(
    String id,
    GraphState metadata,
    Optional<GraphState> verdict,
    Optional<GraphState> data,
    Optional<GraphState> stop) {

  /** What the dataset is called; its id where the description does not say. */
  public Text title(Described dataset, Language language) {
    return dataset.text(language, Terms.title).orElseGet(() -> new Text(id, "zxx"));
  }

  /** As {@link #version}, but another one for each commit, also where a state comes back. */
  public Version versionOfHistory() {
    Version version = version();
    return new Version(version.tag() + "." + latest().sequence(), version.modified());
  }

  /** The newest change of any of them, and a tag over all. */
  public Version version() {
    byte[][] hashes =
        Stream.concat(all(), stop.stream()).map(s -> s.version().bytes()).toArray(byte[][]::new);
    return new Version(Hash.of(hashes).hex().substring(0, 24), Optional.of(modified()));
  }

  private Instant modified() {
    Instant latest = latest().modified();
    return stop.map(GraphState::modified).filter(latest::isBefore).orElse(latest);
  }

  /** The newest state among them. */
  GraphState latest() {
    return all().max(Comparator.comparingLong(GraphState::sequence)).orElseThrow();
  }

  private Stream<GraphState> all() {
    return Stream.of(Optional.of(metadata), verdict, data).flatMap(Optional::stream);
  }
}
