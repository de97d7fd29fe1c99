package org.machinami.loader.harvest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a dump holds, found while it is read: which subjects are datasets, where descriptions end,
 * which member of an event stream is the newest about a resource, which services serve a dataset.
 * Filled by one thread, then read by several.
 */
final class DumpContents implements StatementSink {
  private static final byte DATASET = 1;
  private static final byte DATASET_IN_DEFAULT_GRAPH = 2;
  private static final byte BORDER = 4;

  private static final int NONE = -1;

  /** Choices of blocks that are no graph's. */
  private static final int NEWEST = -2;

  private static final int STANDING = -3;

  private final Descriptions descriptions;
  private final SharedBlocks shared;
  private final MemberVersions versions;
  private byte[] kinds = new byte[1 << 12];
  private int[] memberObject = filled(1 << 10);
  private long[] dates = never(1 << 10);
  private final Map<Integer, Integer> newestGraph = new HashMap<>();
  private final Map<Integer, List<Integer>> services = new HashMap<>();
  private final List<Integer> datasets = new ArrayList<>();
  private long members;
  private long superseded;

  DumpContents(Descriptions descriptions) {
    this.descriptions = descriptions;
    this.shared = new SharedBlocks(descriptions);
    this.versions = new MemberVersions(descriptions);
  }

  @Override
  public void statement(Statement statement) {
    int subject = descriptions.add(statement);
    if (statement.predicateIs(Terms.TYPE)) {
      type(subject, statement);
    } else if (statement.predicateIs(Terms.MEMBER_OBJECT)) {
      int graph = graphNamedBySubject(statement);
      memberObject[graph] =
          descriptions.number(statement.bytes, statement.objectStart, statement.objectEnd);
      members++;
    } else if (statement.predicateIs(Terms.MEMBER_PUBLISHED)) {
      int graph = graphNamedBySubject(statement);
      dates[graph] = Math.max(dates[graph], SourceDate.of(statement.object()));
    } else if (statement.predicateIs(Terms.MODIFIED)) {
      int graph = descriptions.graphOfLast();
      if (graph >= 0) {
        reach(graph);
        dates[graph] = Math.max(dates[graph], SourceDate.of(statement.object()));
      }
    } else if (statement.predicateIs(Terms.SERVES_DATASET)) {
      int dataset =
          descriptions.number(statement.bytes, statement.objectStart, statement.objectEnd);
      services.computeIfAbsent(dataset, number -> new ArrayList<>(2)).add(subject);
    } else {
      versions.statement(statement);
    }
  }

  private void type(int subject, Statement statement) {
    String object = statement.object();
    byte kind = 0;
    if (Terms.DATASETS.contains(object)) {
      kind =
          descriptions.graphOfLast() == Descriptions.DEFAULT_GRAPH
              ? DATASET_IN_DEFAULT_GRAPH
              : DATASET;
    } else if (Terms.BORDERS.contains(object)) {
      kind = BORDER;
      if (object.equals(Terms.EVENT_STREAM)) {
        versions.inStream();
      }
    }
    if (kind == 0) {
      return;
    }
    if (subject >= kinds.length) {
      kinds = Arrays.copyOf(kinds, Math.max(subject + 1, kinds.length * 2));
    }
    if (kind != BORDER && (kinds[subject] & (DATASET | DATASET_IN_DEFAULT_GRAPH)) == 0) {
      datasets.add(subject);
    }
    kinds[subject] |= kind;
  }

  private int graphNamedBySubject(Statement statement) {
    int graph =
        descriptions.graphNumber(statement.bytes, statement.subjectStart, statement.subjectEnd);
    reach(graph);
    return graph;
  }

  private void reach(int graph) {
    if (graph >= memberObject.length) {
      int length = Math.max(graph + 1, memberObject.length * 2);
      int[] objects = filled(length);
      System.arraycopy(memberObject, 0, objects, 0, memberObject.length);
      memberObject = objects;
      long[] moreDates = never(length);
      System.arraycopy(dates, 0, moreDates, 0, dates.length);
      dates = moreDates;
    }
  }

  /** To be called once, when the last statement was read. */
  void complete() {
    descriptions.complete();
    versions.complete();
    kinds = Arrays.copyOf(kinds, Math.max(kinds.length, descriptions.subjects()));
    reach(descriptions.graphs());
    for (int graph = 0; graph < descriptions.graphs(); graph++) {
      int object = memberObject[graph];
      if (object != NONE) {
        Integer other = newestGraph.get(object);
        if (other != null) {
          superseded++;
        }
        if (other == null || dates[graph] >= dates[other]) {
          newestGraph.put(object, graph);
        }
      }
    }
    if (members > 0) {
      // What an event stream says of itself stands outside its members.
      datasets.removeIf(number -> (kinds[number] & DATASET) == 0);
    }
    Set<Integer> versioned = versions.versioned();
    datasets.removeIf(number -> versions.isPast(number) || versioned.contains(number));
    versioned.forEach(number -> kinds[number] |= DATASET);
  }

  /** Datasets, and versions, that are not to be believed, by their IRIs. */
  void leaveOut(Set<String> iris) {
    datasets.removeIf(number -> iris.contains(iri(number)));
    versions.leaveOut(number -> iris.contains(iri(number)));
  }

  private String iri(int number) {
    return subjectOf(number).replaceAll("^<|>$", "");
  }

  /** What of an event stream is a version of something. */
  MemberVersions versions() {
    return versions;
  }

  /** The IRI that the source gives a dataset and all its versions; empty where it gives none. */
  Optional<String> foreign(int dataset) {
    return versions
        .whole(dataset)
        .or(
            () ->
                Optional.of(subjectOf(dataset))
                    .filter(subject -> subject.charAt(0) == '<')
                    .map(subject -> subject.substring(1, subject.length() - 1)));
  }

  /** Numbers of the subjects that become a dataset each, in the order of the dump. */
  List<Integer> datasets() {
    return datasets;
  }

  boolean isDataset(int subject) {
    return (kinds[subject] & DATASET) != 0
        || (members == 0 && (kinds[subject] & DATASET_IN_DEFAULT_GRAPH) != 0);
  }

  boolean isBorder(int subject) {
    return (kinds[subject] & BORDER) != 0;
  }

  List<Integer> servicesOf(int dataset) {
    return services.getOrDefault(dataset, List.of());
  }

  /** Members of the event stream that a newer one about the same resource replaces. */
  long superseded() {
    return superseded + versions.superseded();
  }

  boolean isSuperseded(int graph) {
    return graph >= 0
        && memberObject[graph] != NONE
        && newestGraph.get(memberObject[graph]) != graph;
  }

  /**
   * The blocks that describe a subject: those of the newest member about it; else those of the
   * graph from which it was reached, with the default graph's; else all. Those that say the same
   * may come once, so that this takes time by what is said, however many datasets ask for it.
   */
  List<Descriptions.Block> describe(int subject, int reachedFrom) {
    Integer member = newestGraph.get(subject);
    if (member != null) {
      return inGraph(subject, member);
    }
    if (isDataset(subject)) {
      return ofAllGraphs(subject, NEWEST, this::newest);
    }
    if (reachedFrom >= 0 && descriptions.lastBlock(subject, reachedFrom) >= 0) {
      List<Descriptions.Block> both = inGraph(subject, reachedFrom);
      both.addAll(inGraph(subject, Descriptions.DEFAULT_GRAPH));
      return both;
    }
    return ofAllGraphs(subject, STANDING, this::standing);
  }

  private List<Descriptions.Block> inGraph(int subject, int graph) {
    return shared.of(
        subject,
        graph,
        descriptions.lastBlock(subject, graph),
        Descriptions.Block::previousInGraph,
        UnaryOperator.identity());
  }

  private List<Descriptions.Block> ofAllGraphs(
      int subject, int choice, UnaryOperator<List<SharedBlocks.Place>> chosen) {
    return shared.of(
        subject, choice, descriptions.lastBlock(subject), Descriptions.Block::previous, chosen);
  }

  /** Those of the graph that was written last, and those of no graph. */
  private List<SharedBlocks.Place> newest(List<SharedBlocks.Place> places) {
    OptionalInt newest =
        places.stream()
            .mapToInt(SharedBlocks.Place::graph)
            .filter(graph -> graph >= 0)
            .reduce((one, other) -> dates[other] > dates[one] ? other : one);
    return newest.isEmpty()
        ? places
        : places.stream()
            .filter(place -> place.graph() < 0 || place.graph() == newest.getAsInt())
            .toList();
  }

  private List<SharedBlocks.Place> standing(List<SharedBlocks.Place> places) {
    return places.stream().filter(place -> !isSuperseded(place.graph())).toList();
  }

  /** When the newest member about a dataset was written, as a number that grows; 0: not told. */
  long date(int dataset) {
    Integer member = newestGraph.get(dataset);
    long date = member == null ? versions.date(dataset) : dates[member];
    return date == SourceDate.NEVER ? 0 : date;
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  private static long[] never(int length) {
    long[] array = new long[length];
    Arrays.fill(array, SourceDate.NEVER);
    return array;
  }

  /** Number of a term that may be a subject, or {@link TermTable#ABSENT}. */
  int find(byte[] bytes, int start, int end) {
    return descriptions.find(bytes, start, end);
  }

  String subjectOf(int number) {
    Descriptions.Block block = descriptions.block(descriptions.lastBlock(number));
    return new String(
        block.bytes(),
        block.subjectStart(),
        block.subjectEnd() - block.subjectStart(),
        StandardCharsets.UTF_8);
  }
}
