package org.machinami.web.thing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Labels;

/** Which datasets speak of a thing, and what of them points to it. Thread-safe. */
final class PointerViews {
  /** Longer names are not looked for in tables, which refuse long words. */
  private static final int MOST_WORDS = 100;

  private final Labels labels;
  private final ThingNames names;

  PointerViews(Labels labels, ThingNames names) {
    this.labels = labels;
    this.names = names;
  }

  /** Those that state something of it, then those that only point to it. */
  List<ThingView.Speaker> speakers(ThingState state, Language language) {
    Map<String, Long> times = new LinkedHashMap<>();
    state.sources().values().stream()
        .flatMap(in -> names.datasets(in).stream())
        .sorted()
        .forEach(id -> times.put(id, 0L));
    byGraph(state)
        .forEach(
            (graph, pointing) ->
                names
                    .datasetOf(graph)
                    .ifPresent(id -> times.merge(id, times(pointing), Long::sum)));
    return times.entrySet().stream()
        .map(e -> new ThingView.Speaker(names.dataset(e.getKey(), language), e.getValue()))
        .toList();
  }

  /** What points to it, by graph and property. */
  List<ThingView.Pointers> pointers(ThingState state, Text name, Language language) {
    return byGraph(state).entrySet().stream()
        .map(
            e ->
                new ThingView.Pointers(
                    names.datasetOf(e.getKey()).map(id -> names.dataset(id, language)),
                    names.datasetOf(e.getKey()).map(id -> table(id, name)).orElse(""),
                    times(e.getValue()),
                    e.getValue().stream().map(p -> byProperty(state, p, language)).toList()))
        .toList();
  }

  private ThingView.ByProperty byProperty(
      ThingState state, ThingState.Pointing pointing, Language language) {
    return new ThingView.ByProperty(
        labels.of(pointing.property(), language),
        pointing.times(),
        pointing.first().stream()
            .filter(Node::isURI)
            .map(s -> new Value(names.of(state, s.getURI(), language), s.getURI()))
            .toList());
  }

  /** The graph with the most frequent property first. */
  private static Map<String, List<ThingState.Pointing>> byGraph(ThingState state) {
    return state.pointing().stream()
        .collect(
            Collectors.groupingBy(
                ThingState.Pointing::graph, LinkedHashMap::new, Collectors.toList()));
  }

  private static long times(List<ThingState.Pointing> pointing) {
    return pointing.stream().mapToLong(ThingState.Pointing::times).sum();
  }

  /** The rows with its name; all of them where it has none that could be looked for. */
  private static String table(String id, Text name) {
    String all = "datasets/" + id + "/table";
    return name.tag().equals("zxx") || name.value().length() > MOST_WORDS
        ? all
        : all + "?q=" + URLEncoder.encode(name.value(), StandardCharsets.UTF_8);
  }
}
