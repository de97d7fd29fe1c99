package org.machinami.recipes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.machinami.loader.mapping.MappingOutline;
import org.machinami.loader.mapping.MappingOutline.Thing;
import org.machinami.loader.mapping.MappingOutline.Use;
import org.machinami.loader.proposal.FileProfiler;
import org.machinami.loader.proposal.Proposal;
import org.machinami.loader.proposal.ProposedColumn;
import org.machinami.loader.proposal.Target.Form;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceLimits;

/**
 * Proposals beside mappings that were written by hand: of the columns that a mapping uses, how many
 * are proposed for the same property, for another one, for none.
 */
final class ProposalMeasure {

  /** What came out of a file. */
  record Score(
      String file, int columns, int right, int wrong, int open, boolean sameClass, String said) {}

  private static final Set<String> MADE =
      Set.of(
          "http://www.opengis.net/ont/geosparql#hasGeometry",
          "https://schema.org/additionalProperty",
          "https://schema.org/propertyID",
          "https://schema.org/hasPart",
          "https://schema.org/containsPlace");
  private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
  private static final String SHAPE = "http://www.opengis.net/ont/geosparql#asWKT";
  private static final String NEUTRAL = "neutral";
  private static final String CITY = "https://machinami.org/vocab/city#";

  private final Path scratch;

  /**
   * @param scratch an empty directory for what is taken out of archives
   */
  ProposalMeasure(Path scratch) {
    this.scratch = scratch;
  }

  /** The scores of the files that the mappings of a dataset folder read. */
  List<Score> of(Path folder, Path files) throws IOException {
    Map<String, List<Thing>> bySource = new LinkedHashMap<>();
    try (Stream<Path> mappings = Files.list(folder)) {
      for (Path mapping :
          mappings.filter(f -> f.toString().endsWith(".rml.ttl")).sorted().toList()) {
        MappingOutline.read(mapping.toString(), Files.readString(mapping), "http://city.example/")
            .things()
            .forEach(
                thing ->
                    bySource.computeIfAbsent(thing.source(), key -> new ArrayList<>()).add(thing));
      }
    }
    List<Score> scores = new ArrayList<>();
    for (Map.Entry<String, List<Thing>> source : bySource.entrySet()) {
      scores.add(score(first(files, source.getKey()), source.getValue()));
    }
    return scores;
  }

  /** The first file that a source names, by itself. */
  private Path first(Path files, String source) throws IOException {
    SourceFiles sources = new SourceFiles(List.of(files), SourceLimits.DEFAULT);
    if (source.indexOf('!') < 0) {
      return sources.find(source).get(0);
    }
    List<Path> taken = new ArrayList<>();
    sources.visit(
        source,
        read -> {},
        content -> {
          if (taken.isEmpty()) {
            String archive = source.substring(0, source.indexOf('.'));
            Path file = scratch.resolve(archive + ".csv");
            Files.copy(content.bytes(), file);
            taken.add(file);
          }
        });
    return taken.get(0);
  }

  private static Score score(Path file, List<Thing> things) {
    Proposal proposal = Proposal.of(FileProfiler.profile(file));
    Map<String, Set<String>> hand = byHand(things);
    int right = 0;
    int wrong = 0;
    int open = 0;
    StringBuilder said = new StringBuilder();
    for (Map.Entry<String, Set<String>> column : hand.entrySet()) {
      String proposed = proposal.column(column.getKey()).map(c -> property(proposal, c)).orElse("");
      if (column.getValue().contains(proposed)) {
        right++;
      } else if (proposed.isEmpty() || proposed.equals(NEUTRAL)) {
        open++;
        said.append(" ?").append(column.getKey());
      } else {
        wrong++;
        said.append(" !").append(column.getKey()).append('=').append(shortened(proposed));
      }
    }
    boolean sameClass =
        things.stream().anyMatch(thing -> thing.classes().contains(proposal.rowClass()));
    if (!sameClass) {
      said.append(" class=").append(shortened(proposal.rowClass()));
    }
    return new Score(
        file.getFileName().toString(),
        hand.size(),
        right,
        wrong,
        open,
        sameClass,
        said.toString().strip());
  }

  /** The properties of each column that a mapping uses by itself, not for a name put together. */
  private static Map<String, Set<String>> byHand(List<Thing> things) {
    Map<String, Set<String>> properties = new TreeMap<>();
    for (Thing thing : things) {
      for (Use use : thing.uses()) {
        boolean composed = use.property().equals(LABEL) && use.template().isPresent();
        if (!MADE.contains(use.property()) && !composed && !use.column().startsWith("@")) {
          properties
              .computeIfAbsent(use.column(), key -> new LinkedHashSet<>())
              .add(isNeutral(thing, use) ? NEUTRAL : use.property());
        }
      }
    }
    return properties;
  }

  /** Whether the mapping keeps the column under its own name, too. */
  private static boolean isNeutral(Thing thing, Use use) {
    return thing.classes().contains("https://schema.org/PropertyValue")
        && use.property().equals("https://schema.org/value");
  }

  /** The property that a column goes into, alone or with others. */
  private static String property(Proposal proposal, ProposedColumn column) {
    return switch (column.target().form()) {
      case LATITUDE, LONGITUDE, SHAPE -> SHAPE;
      case NEUTRAL -> NEUTRAL;
      case NOTHING -> "";
      case DAY -> CITY + (has(proposal, Form.HOUR) ? "observedAt" : "observedOn");
      case HOUR -> CITY + "observedAt";
      case YEAR -> CITY + (has(proposal, Form.MONTH) ? "observedMonth" : "observedYear");
      case MONTH -> CITY + "observedMonth";
      default -> column.target().property().orElse("");
    };
  }

  private static boolean has(Proposal proposal, Form form) {
    return proposal.columns().stream().anyMatch(column -> column.target().form() == form);
  }

  private static String shortened(String iri) {
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  /** A line a file, and the sums. */
  static List<String> table(List<Score> scores) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-44s %7s %5s %5s %4s %5s", "file", "columns", "right", "wrong", "open", "class"));
    for (Score score : scores) {
      lines.add(
          String.format(
              "%-44s %7d %5d %5d %4d %5s %s",
              score.file(),
              score.columns(),
              score.right(),
              score.wrong(),
              score.open(),
              score.sameClass() ? "yes" : "no",
              score.said()));
    }
    lines.add(
        String.format(
            "%-44s %7d %5d %5d %4d %5d",
            scores.size() + " files",
            scores.stream().mapToInt(Score::columns).sum(),
            scores.stream().mapToInt(Score::right).sum(),
            scores.stream().mapToInt(Score::wrong).sum(),
            scores.stream().mapToInt(Score::open).sum(),
            scores.stream().filter(Score::sameClass).count()));
    return lines;
  }

  /** All dataset folders below some, each with the folder of its files. */
  static Map<Path, Path> folders(Path below, java.util.function.UnaryOperator<Path> files) {
    Map<Path, Path> folders = new TreeMap<>();
    try (Stream<Path> all = Files.walk(below)) {
      all.filter(file -> file.toString().endsWith(".rml.ttl"))
          .map(Path::getParent)
          .filter(folder -> folder.toString().indexOf("/src/") < 0)
          .forEach(folder -> folders.put(folder, files.apply(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folders;
  }
}
