package org.machinami.loader.harvest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.machinami.loader.Progress;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/** A catalogue of ours that harvests doubles; pauses are noted instead of slept. */
final class Harvested implements AutoCloseable {
  static final String BASE = "http://city.example/";
  private static final MetadataValidator VALIDATOR = MetadataValidator.bundled();

  private final Path directory;
  private final Store store;
  private final Set<String> allowed = new HashSet<>();
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> environment = new TreeMap<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Duration time = Duration.ofSeconds(20);

  Harvested(Path directory) {
    this(directory, BASE);
  }

  Harvested(Path directory, String base) {
    this.directory = directory;
    Store.create(directory.resolve("data"), base);
    this.store = Store.open(directory.resolve("data"));
  }

  Store store() {
    return store;
  }

  NamedGraphs names() {
    return new NamedGraphs(store.base());
  }

  /** Lets requests go there, though it stands on this machine. */
  void allow(String authority) {
    allowed.add(authority);
  }

  void secret(String name, String value) {
    environment.put(name, value);
  }

  void later(Duration by) {
    now = now.plus(by);
  }

  void longest(Duration of) {
    time = of;
  }

  List<Duration> pauses() {
    return pauses;
  }

  HarvestReport run(String source, String settings) throws IOException {
    return run(source, settings, HarvestOptions.by("test"));
  }

  HarvestReport run(String source, String settings, HarvestOptions options) throws IOException {
    Path recipe = Files.createDirectories(directory.resolve("recipes").resolve(source));
    try (var in = Harvested.class.getResourceAsStream("recipe/dataset.ttl")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(recipe.resolve("dataset.ttl"), text.replace("recipe", source));
    }
    Files.writeString(
        recipe.resolve(HarvestRecipe.FILE),
        "sector=public\nrequests-per-second=1000\nlanguage=en\n" + settings);
    Outside outside =
        new Outside(
            new EgressLimits(allowed, Set.of(80, 443), 64L << 20, time),
            environment,
            pauses::add,
            Clock.fixed(now, ZoneOffset.UTC));
    return new Harvest(store, VALIDATOR, Progress.none(), outside)
        .run(HarvestRecipe.read(recipe), recipe, options);
  }

  /** Ids of the datasets that are here, sources aside. */
  Set<String> datasets(String... sources) {
    String prefix = names().prefix(GraphName.Kind.METADATA);
    Set<String> ids = new HashSet<>();
    try (Stream<org.machinami.store.state.GraphState> all = store.states().list(prefix)) {
      all.forEach(state -> ids.add(state.graph().substring(prefix.length())));
    }
    ids.removeAll(Set.of(sources));
    return ids;
  }

  /** Every graph that is here and its version: two that are equal hold the same. */
  Map<String, Hash> everything() {
    Map<String, Hash> graphs = new TreeMap<>();
    try (Stream<org.machinami.store.state.GraphState> all = store.states().list(store.base())) {
      all.forEach(state -> graphs.put(state.graph(), state.version()));
    }
    return graphs;
  }

  Graph metadata(String id) {
    return store
        .versions()
        .graph(store.states().find(names().metadata(id)).orElseThrow().version());
  }

  Graph list(String source) {
    return store
        .versions()
        .graph(store.states().find(names().data(source)).orElseThrow().version());
  }

  Optional<Quarantine> quarantine(String source) {
    return Quarantine.find(store, source);
  }

  @Override
  public void close() {
    store.close();
  }
}
