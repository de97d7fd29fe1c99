package org.machinami.loader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.machinami.loader.DatasetReport.Outcome;
import org.machinami.loader.DatasetReport.Rows;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.api.FetchedApis;
import org.machinami.loader.decision.Decision;
import org.machinami.loader.decision.PolicyOverride;
import org.machinami.loader.decision.Refusals;
import org.machinami.loader.decision.Stop;
import org.machinami.loader.disclosure.DisclosureJudge;
import org.machinami.loader.gate.Completion;
import org.machinami.loader.gate.DataJudge;
import org.machinami.loader.gate.Description;
import org.machinami.loader.harvest.Harvest;
import org.machinami.loader.harvest.HarvestRecipe;
import org.machinami.loader.harvest.Outside;
import org.machinami.loader.mapping.MappingPlan;
import org.machinami.loader.quality.ContractGate;
import org.machinami.loader.quality.DatasetJudge;
import org.machinami.loader.source.SourceFiles;
import org.machinami.loader.source.SourceLimits;
import org.machinami.loader.standard.StandardMapping;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.quality.Checklist;
import org.machinami.shapes.quality.DescriptionLevel;
import org.machinami.shapes.quality.GivenAnswers;
import org.machinami.shapes.quality.Quality;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/**
 * Loads dataset folders: sources, mapping, gate, commit. Each dataset is one commit, or none when
 * nothing changed or something is wrong. For use by one thread at a time.
 */
public final class Loader {

  /** The activity of a commit that takes a dataset in although it violates the policy. */
  public static final String OVERRIDE = "override";

  private final Optional<Store> store;
  private final String base;
  private final MetadataValidator validator;
  private final List<BiFunction<Description, MappingPlan, DataJudge>> gate;
  private final Progress progress;
  private final Optional<Supplier<Outside>> outside;

  private Loader(
      Optional<Store> store,
      String base,
      MetadataValidator validator,
      List<BiFunction<Description, MappingPlan, DataJudge>> gate,
      Progress progress,
      Optional<Supplier<Outside>> outside) {
    this.store = store;
    this.base = base;
    this.validator = validator;
    this.gate = List.copyOf(gate);
    this.progress = progress;
    this.outside = outside;
  }

  /** A loader into a store. */
  public Loader(Store store, MetadataValidator validator, Progress progress) {
    this(
        Optional.of(store),
        store.base(),
        validator,
        gate(validator.policy()),
        progress,
        Optional.empty());
  }

  /** What data are held against; each makes a judge for each dataset. */
  private static List<BiFunction<Description, MappingPlan, DataJudge>> gate(Policy policy) {
    return List.of(
        (description, plan) -> new DisclosureJudge(description, plan::classesOf, policy),
        (description, plan) -> new ContractGate(description));
  }

  /** A loader whose data are held against something else. */
  static Loader judging(
      Store store,
      MetadataValidator validator,
      BiFunction<Description, MappingPlan, DataJudge> judge) {
    return new Loader(
        Optional.of(store),
        store.base(),
        validator,
        List.of(judge),
        Progress.none(),
        Optional.empty());
  }

  /** A loader that maps and validates without writing, and needs no store. */
  public static Loader validating(String base, MetadataValidator validator, Progress progress) {
    return new Loader(
        Optional.empty(), base, validator, gate(validator.policy()), progress, Optional.empty());
  }

  /**
   * The same, which also fetches from APIs that recipes name.
   *
   * @param world is asked for when a recipe names one
   */
  public Loader reaching(Supplier<Outside> world) {
    return new Loader(store, base, validator, gate, progress, Optional.of(world));
  }

  /**
   * Loads all dataset folders of a recipe. What is wrong with one does not keep the others from
   * being loaded.
   *
   * @param from where the source files are; empty: in the dataset folders
   */
  public LoadReport load(Recipe recipe, Optional<Path> from, LoadOptions options) {
    List<DatasetReport> reports = new ArrayList<>();
    for (Path folder : recipe.folders()) {
      reports.add(load(folder, from, options));
    }
    return new LoadReport(reports);
  }

  private DatasetReport load(Path folder, Optional<Path> from, LoadOptions options) {
    long start = System.nanoTime();
    Result result = new Result(folder.getFileName().toString(), validator.policy());
    try {
      if (HarvestRecipe.isIn(folder)) {
        boolean dry = options.dryRun() || store.isEmpty();
        Harvest harvest = new Harvest(dry ? Optional.empty() : store, base, validator, progress);
        return DatasetReport.of(
            harvest.run(HarvestRecipe.read(folder), from.orElse(folder), options.agent()), dry);
      }
      result.override = options.override();
      result.outcome = load(DatasetFolder.read(folder), from, options, result);
    } catch (LoadException e) {
      result.outcome = Outcome.FAILED;
      result.problem = Optional.of(e);
    }
    return result.report((System.nanoTime() - start) / 1e9);
  }

  /** Gathers a report while a dataset is loaded. */
  private static final class Result {
    private String dataset;
    private final Policy policy;
    private Outcome outcome = Outcome.FAILED;
    private Optional<PolicyOverride> override = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();
    private GivenAnswers answers = GivenAnswers.NONE;
    private Optional<Checklist> checklist = Optional.empty();
    private final RowCounts counts = new RowCounts();
    private double limit = 1;
    private long triples;
    private OptionalLong sequence = OptionalLong.empty();
    private Optional<LoadException> problem = Optional.empty();

    Result(String dataset, Policy policy) {
      this.dataset = dataset;
      this.policy = policy;
    }

    /** Takes over what was found when all data have been read. */
    void judge(Verdict description, DataGraph data) {
      verdict = Optional.of(description.and(data.verdict(description.dataset())));
      checklist = data.quality().map(found -> Checklist.of(found, answers.answers()));
    }

    /** Of the files, with what was answered. */
    Optional<Quality> quality() {
      return checklist.map(Checklist::quality);
    }

    boolean refused() {
      return counts.badShare() > limit || verdict.filter(this::refuses).isPresent();
    }

    boolean refuses(Verdict found) {
      return violates(found) && override.filter(leave -> leave.lifts(found, policy)).isEmpty();
    }

    /** The leave that this dataset needs, if it was given. */
    Optional<PolicyOverride> used() {
      return override.filter(leave -> verdict.filter(Result::violates).isPresent());
    }

    private static boolean violates(Verdict found) {
      return found.outcome() == org.machinami.shapes.Outcome.REFUSED;
    }

    DatasetReport report(double seconds) {
      return new DatasetReport(
          dataset,
          outcome,
          verdict,
          quality(),
          Rows.of(counts, limit),
          triples,
          counts.findings(),
          seconds,
          sequence,
          problem,
          Optional.empty());
    }
  }

  private Outcome load(
      DatasetFolder folder, Optional<Path> from, LoadOptions options, Result result) {
    boolean dry = options.dryRun() || store.isEmpty();
    Description description = Description.read(folder.path(), base);
    result.dataset = description.id();
    if (!dry && options.approval().isEmpty()) {
      requireNotStopped(description.id());
    }
    result.limit = folder.properties().badRowsLimit();
    SourceFiles files = new SourceFiles(roots(folder.path(), from), SourceLimits.DEFAULT);
    Optional<String> standard =
        folder
            .properties()
            .standard()
            .map(said -> StandardMapping.of(said, files, description.id()));
    MappingPlan plan = plan(folder, standard, description.id());
    try (FetchedApis apis =
        FetchedApis.fetch(
            plan.steps().stream().map(MappingPlan.Step::source).toList(),
            files,
            dry ? Optional.empty() : store.map(open -> open.directory().path()),
            description.id(),
            outside)) {
      return load(
          folder, standard, description, plan, files.with(apis.pages()), options, result, dry);
    }
  }

  private Outcome load(
      DatasetFolder folder,
      Optional<String> standard,
      Description description,
      MappingPlan plan,
      SourceFiles files,
      LoadOptions options,
      Result result,
      boolean dry) {
    MappingRun run = new MappingRun(plan, files, folder.properties().encoding());

    Completion completion = new Completion(description, base);
    List<Path> sources = new ArrayList<>(run.sources());
    sources.addAll(folder.data());
    List<Path> originals = new ArrayList<>(sources);
    originals.removeIf(files::isFetched);
    OriginalFiles stored = new OriginalFiles(completion.files(originals));
    completion.addFiles(stored.files());
    completion.addLinkedData();
    result.answers = KnownAnswers.of(store, description.id(), sources, stored, options.approval());
    Verdict verdict = validator.validate(completion.graph(), description.iri());
    result.verdict = Optional.of(verdict);
    if (result.refuses(verdict) && !dry) {
      return refuse(description, result, options);
    }

    DataGraph data =
        new DataGraph(
            folder,
            standard,
            run,
            new DatasetJudge(description),
            gate.stream().map(made -> made.apply(description, plan)).toList(),
            validator.policy(),
            base,
            description.id());
    if (dry) {
      result.triples = data.count(result.counts, progress);
      result.judge(verdict, data);
      return result.refused() ? Outcome.REFUSED : Outcome.VALID;
    }
    return data.write(
        store.orElseThrow(),
        stored,
        result.counts,
        progress,
        version -> {
          result.judge(verdict, data);
          if (result.refused()) {
            return refuse(description, result, options);
          }
          var made = version.get();
          result.triples = made.triples();
          completion.addTriples(made.triples());
          NamedGraphs names = new NamedGraphs(base);
          result
              .quality()
              .ifPresent(
                  quality ->
                      GraphUtil.addInto(
                          completion.graph(), quality.levelGraph(names, description.id())));
          Graph judged = judged(result, names, description.id());
          GraphUtil.addInto(judged, data.measurements(names));
          result.sequence =
              commit(
                  description.id(),
                  completion.graph(),
                  judged,
                  made.hash(),
                  resources(folder, description.id(), stored),
                  result,
                  options);
          return result.sequence.isPresent() ? Outcome.COMMITTED : Outcome.UNCHANGED;
        });
  }

  /** Nobody brings back by accident what somebody has stopped on purpose. */
  private void requireNotStopped(String id) {
    if (Stop.find(store.orElseThrow(), id).isPresent()) {
      throw new LoadException(Fault.DATA, "load.stopped", id);
    }
  }

  /** A dataset that is not taken in leaves its decision in the ledger, and nothing else. */
  private Outcome refuse(Description description, Result result, LoadOptions options) {
    new Refusals(store.orElseThrow(), validator.policy(), options.agent())
        .add(description.id(), result.verdict, description.graph());
    return Outcome.REFUSED;
  }

  private MappingPlan plan(DatasetFolder folder, Optional<String> standard, String id) {
    if (standard.isPresent()) {
      return MappingPlan.read("recipe.properties", standard.get(), base, id);
    }
    if (folder.mappings().isEmpty()) {
      return MappingPlan.EMPTY;
    }
    MappingPlan plan = MappingPlan.read(folder.mappings(), base, id);
    if (plan.namesGraphs()) {
      throw new LoadException(Fault.FOLDER, "mapping.graphs", folder.path());
    }
    return plan;
  }

  private static List<Path> roots(Path folder, Optional<Path> from) {
    return from.map(path -> List.of(path, folder)).orElse(List.of(folder));
  }

  private Graph judged(Result result, NamedGraphs names, String id) {
    Graph graph =
        DescriptionLevel.toGraph(result.verdict.orElseThrow(), names, id, validator.policy());
    result.checklist.ifPresent(
        list -> {
          GraphUtil.addInto(graph, list.quality().toGraph(names, id));
          GraphUtil.addInto(graph, list.given(result.answers.files()).toGraph(names, id));
        });
    return graph;
  }

  /** What stands in the ledger beside the graphs of a dataset, by name. */
  private Map<String, Hash> resources(DatasetFolder folder, String id, OriginalFiles files) {
    Map<String, Hash> resources =
        new LinkedHashMap<>(KeptRecipe.keep(store.orElseThrow(), folder, id));
    resources.putAll(files.keepAll(store.orElseThrow()));
    return resources;
  }

  private OptionalLong commit(
      String id,
      Graph metadata,
      Graph verdict,
      Hash data,
      Map<String, Hash> resources,
      Result result,
      LoadOptions options) {
    Store open = store.orElseThrow();
    NamedGraphs names = new NamedGraphs(base);
    Map<String, Hash> wanted = new LinkedHashMap<>();
    wanted.put(names.metadata(id), open.write(metadata).hash());
    wanted.put(names.data(id), data);
    Optional<PolicyOverride> leave = result.used();
    Verdict found = result.verdict.orElseThrow();
    leave.ifPresent(given -> Decision.mark(verdict, base, given, found, validator.policy()));
    wanted.put(names.verdict(id), open.write(verdict).hash());
    wanted.putAll(resources);
    if (leave.isPresent()) {
      Decision decision =
          Decision.override(base, validator.policy(), id, found, metadata, leave.get());
      wanted.put(decision.name(), open.write(decision.graph()).hash());
    }
    Optional<Approval> approval = options.approval();
    approval.ifPresent(by -> wanted.put(by.name(), open.write(by.decision()).hash()));
    String activity = approval.map(Approval::activity).orElse(OwnCommit.LOAD.activity());
    String reason = approval.map(Approval::reason).orElse(OwnCommit.LOAD.reason(id));
    return new Changes(open)
        .commit(
            options.agent(),
            leave.isPresent() ? OVERRIDE : activity,
            leave.map(PolicyOverride::reason).orElse(reason),
            wanted,
            List.of(new Iris(base).files(id), new Iris(base).recipe(id)),
            List.of(Stop.name(names, id)));
  }
}
