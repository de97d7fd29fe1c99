package org.machinami.loader.validation;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.format.ForeignFormat;
import org.machinami.loader.gate.Description;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.loader.policy.PolicyOfToday.Judge;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.quality.Quality;

/**
 * Judges what is handed in against the policy of today, without writing to a store. Files of its
 * own it makes only for zip archives, and deletes them. Thread-safe as its progress is.
 */
public final class Validator {

  private final PolicyOfToday policy;
  private final String base;
  private final ValidationLimits limits;
  private final Progress progress;

  /**
   * @param policy by which is judged; asked once for each validation
   * @param base that relative IRIs in descriptions are resolved against
   */
  public Validator(PolicyOfToday policy, String base, ValidationLimits limits, Progress progress) {
    this.policy = policy;
    this.base = base;
    this.limits = limits;
    this.progress = progress;
  }

  /**
   * A dataset folder, a recipe, or a file.
   *
   * @param from where the sources of a folder are; empty: in it
   * @throws LoadException when there is nothing at the path, or a folder has no dataset
   */
  public Validation validate(Path path, Optional<Path> from) {
    if (Files.isDirectory(path)) {
      Judge judge = policy.judge();
      return of(judge, folders(judge, path, from));
    }
    if (!Files.isRegularFile(path)) {
      throw new LoadException(Fault.FOLDER, "validation.nothing", path);
    }
    return validate(path, path.getFileName().toString(), "", scratch());
  }

  /**
   * A file whose name and media type its sender has declared.
   *
   * @param name as its publisher calls it; never used as a path
   * @param mediaType empty: none was declared
   * @param scratch folder for files that are needed meanwhile
   */
  public Validation validate(Path file, String name, String mediaType, Path scratch) {
    Judge judge = policy.judge();
    try {
      FileKind kind = FileKind.of(file, name, mediaType);
      if (kind instanceof FileKind.Rdf rdf) {
        return of(judge, described(judge, file, name, rdf));
      }
      if (kind instanceof FileKind.Zip) {
        try (PackedFolder packed = PackedFolder.open(file, name, limits.archive(), scratch)) {
          return of(judge, folders(judge, packed.root(), Optional.empty()));
        }
      }
      if (kind instanceof FileKind.Foreign foreign) {
        throw foreign.format().refusal(name);
      }
      if (kind instanceof FileKind.Unknown) {
        throw new LoadException(Fault.DATA, "validation.unknown", name, ForeignFormat.READ);
      }
      return of(judge, List.of(new LoneFile(limits.source(), judge).judge(file, name, kind)));
    } catch (LoadException e) {
      return of(judge, List.of(unread(name, e)));
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", name, e.toString());
    }
  }

  /** A description that is at hand already. */
  public Validation validate(String iri, String file, Graph description) {
    Judge judge = policy.judge();
    return of(judge, List.of(judged(judge, iri, file, description, SourceLines.none(file))));
  }

  private static Validation of(Judge judge, List<Judgement> judgements) {
    return new Validation(judge.policy().version(), judgements);
  }

  private static Path scratch() {
    return FileSystems.getDefault().getPath(System.getProperty("java.io.tmpdir"));
  }

  private List<Judgement> described(Judge judge, Path file, String name, FileKind.Rdf kind) {
    RdfText read = RdfText.read(file, name, kind.lang(), base);
    Map<String, Graph> datasets = DescribedDatasets.of(read.graph(), name, limits.triples());
    if (datasets.isEmpty()) {
      throw new LoadException(Fault.DATA, "validation.no-dataset", name);
    }
    if (datasets.size() > limits.datasets()) {
      throw new LoadException(
          Fault.DATA, "validation.datasets", name, datasets.size(), limits.datasets());
    }
    SourceLines lines = SourceLines.of(name, base, read.text());
    List<Judgement> judgements = new ArrayList<>();
    datasets.forEach((iri, graph) -> judgements.add(judged(judge, iri, name, graph, lines)));
    return judgements;
  }

  private static Judgement judged(
      Judge judge, String iri, String file, Graph graph, SourceLines lines) {
    Verdict verdict = judge.explainer().explain(judge.validator().validate(graph, iri), graph);
    List<Entry> entries =
        verdict.violations().stream().map(found -> Entries.of(found, graph, lines)).toList();
    return new Judgement(
        name(graph, iri),
        Optional.of(iri),
        file,
        verdict.violationCount(),
        verdict.warningCount(),
        entries,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static String name(Graph graph, String iri) {
    return Titles.of(graph, iri);
  }

  private List<Judgement> folders(Judge judge, Path path, Optional<Path> from) {
    Recipe recipe = Recipe.read(path);
    Loader loader = Loader.validating(base, judge.validator(), progress);
    List<Judgement> judgements = new ArrayList<>();
    for (Path folder : recipe.folders()) {
      Recipe one = new Recipe(folder, List.of(folder));
      DatasetReport report = loader.load(one, from, LoadOptions.DEFAULT.dry()).datasets().get(0);
      judgements.add(folder(judge, folder, from, report));
    }
    return judgements;
  }

  private Judgement folder(Judge judge, Path folder, Optional<Path> from, DatasetReport report) {
    Optional<Description> description = read(folder);
    List<Entry> entries = new ArrayList<>();
    report.problem().ifPresent(problem -> entries.add(Entries.of(problem, place(folder, problem))));
    report
        .verdict()
        .ifPresent(verdict -> entries.addAll(explained(judge, folder, description, verdict)));
    report.quality().map(found -> Entries.of(found, judge.policy())).ifPresent(entries::addAll);
    Severity ofRows = report.rows().tooManyBad() ? Severity.VIOLATION : Severity.WARNING;
    report.rows().listed().forEach(row -> entries.add(Entries.of(row, ofRows)));
    List<Entry> placed = new RepairPlaces(folder, from, base).of(entries);
    Optional<Quality> quality = report.quality();
    Optional<Fault> fault = report.problem().map(LoadException::fault);
    String name = description.map(d -> Titles.of(d.graph(), d.iri())).orElse(report.dataset());
    Judgement listed =
        Judgement.of(
            name, description.map(Description::iri), Description.FILE, placed, quality, fault);
    int more = report.verdict().map(Verdict::violationCount).orElse(0);
    int warned = report.verdict().map(Verdict::warningCount).orElse(0);
    return new Judgement(
        name,
        listed.iri(),
        listed.file(),
        Math.max(listed.violations(), more),
        Math.max(listed.warnings(), warned),
        placed,
        quality,
        List.of(),
        fault);
  }

  private List<Entry> explained(
      Judge judge, Path folder, Optional<Description> description, Verdict verdict) {
    Graph graph = description.map(Description::graph).orElse(Graph.emptyGraph);
    SourceLines lines = lines(folder.resolve(Description.FILE));
    return judge.explainer().explain(verdict, graph).violations().stream()
        .map(found -> Entries.of(found, graph, lines))
        .toList();
  }

  private SourceLines lines(Path file) {
    try {
      return SourceLines.of(Description.FILE, base, Files.readString(file));
    } catch (IOException e) {
      return SourceLines.none(Description.FILE);
    }
  }

  private Optional<Description> read(Path folder) {
    try {
      return Optional.of(Description.read(folder, base));
    } catch (LoadException e) {
      return Optional.empty(); // the report has it
    }
  }

  private static String place(Path folder, LoadException problem) {
    return problem.key().startsWith("description") || problem.key().startsWith("rdf")
        ? Description.FILE
        : String.valueOf(folder.getFileName());
  }

  /** Something could not be judged at all, such as an address that is not fetched. */
  public Validation stopped(String name, LoadException problem) {
    return of(policy.judge(), List.of(unread(name, problem)));
  }

  private static Judgement unread(String name, LoadException problem) {
    return Judgement.of(
        name,
        Optional.empty(),
        name,
        List.of(Entries.of(problem, name)),
        Optional.empty(),
        Optional.of(problem.fault()));
  }
}
