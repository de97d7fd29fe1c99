package org.machinami.ontology;

import java.util.Optional;

/**
 * Names of the graphs under a base, and back.
 *
 * @param base canonical base IRI; ends in "/"
 */
public record NamedGraphs(String base) {

  public NamedGraphs {
    Base.require(base);
  }

  /** Where the names of all graphs begin. */
  public String prefix() {
    return base + "graph/";
  }

  /** Where the names of the graphs of a kind begin. */
  public String prefix(GraphName.Kind kind) {
    return prefix() + kind.segment() + "/";
  }

  /** The description of a dataset. */
  public String metadata(String datasetId) {
    return ofDataset(GraphName.Kind.METADATA, datasetId);
  }

  /** What the files of a dataset say. */
  public String data(String datasetId) {
    return ofDataset(GraphName.Kind.DATA, datasetId);
  }

  /** What the gate decided on a dataset. */
  public String verdict(String datasetId) {
    return ofDataset(GraphName.Kind.VERDICT, datasetId);
  }

  /** A bundled vocabulary, such as {@code city} or {@code sector}. */
  public String ontology(String name) {
    return prefix(GraphName.Kind.ONTOLOGY) + Base.requireId("name of a vocabulary", name);
  }

  public String policy(String version) {
    return prefix(GraphName.Kind.POLICY) + Iris.encode(version);
  }

  public String activity(long number) {
    return prefix(GraphName.Kind.ACTIVITY) + number;
  }

  /** A decision; the key is 32 hexadecimal digits that follow from what it says. */
  public String activity(String key) {
    return prefix(GraphName.Kind.ACTIVITY) + Base.requireId("key of a decision", key);
  }

  public String live(String feed) {
    return prefix(GraphName.Kind.LIVE) + Base.requireId("name of a feed", feed);
  }

  /** The kind and key of a graph's name; empty when it is no graph of this base. */
  public Optional<GraphName> parse(String graph) {
    if (!graph.startsWith(prefix())) {
      return Optional.empty();
    }
    for (GraphName.Kind kind : GraphName.Kind.values()) {
      String start = prefix(kind);
      if (graph.startsWith(start) && graph.length() > start.length()) {
        String key = graph.substring(start.length());
        boolean well = kind.ofDataset() ? Base.isId(key) : key.indexOf('/') < 0;
        return well ? Optional.of(new GraphName(kind, key)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The id of the dataset whose description, data or verdict the graph holds. */
  public Optional<String> datasetOf(String graph) {
    return parse(graph).filter(name -> name.kind().ofDataset()).map(GraphName::key);
  }

  private String ofDataset(GraphName.Kind kind, String datasetId) {
    return prefix(kind) + Base.requireId("id of a dataset", datasetId);
  }
}
