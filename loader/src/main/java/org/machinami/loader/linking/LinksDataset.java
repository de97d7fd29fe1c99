package org.machinami.loader.linking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.loader.decision.Stop;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.store.disk.Disk;
import org.machinami.store.state.GraphState;

/**
 * The dataset {@code links} of a store: links between things of its datasets, and what persons have
 * decided on them. It is loaded through the gate like any other, so its history is the history of
 * the links. Questions are derived: they stand beside the ledger and are made anew by each run. For
 * use by one thread at a time.
 */
public final class LinksDataset {
  /** Its id. */
  public static final String ID = "links";

  private static final String LINKS = "links.csv";
  private static final String ANSWERS = "answers.csv";
  private static final String QUESTIONS = "questions.csv";
  private static final String MAPPING = "mapping.rml.ttl";
  private static final String DESCRIPTION = "dataset.ttl";

  private final Store store;
  private final MetadataValidator validator;
  private final Clock clock;

  public LinksDataset(Store store, MetadataValidator validator, Clock clock) {
    this.store = store;
    this.validator = validator;
    this.clock = clock;
  }

  /** Compares the things of all datasets that are not stopped. Writes nothing. */
  public Linking find() {
    List<LinkableThing> things =
        new ThingCollector(store).collect(id -> !id.equals(ID) && Stop.find(store, id).isEmpty());
    return new Linker(Linker.rules(), answers()).link(things);
  }

  /** The links as they were committed. */
  public List<Link> links() {
    return read(LINKS, LinkTables::readLinks);
  }

  /** What persons have decided, oldest first. */
  public List<Answer> answers() {
    return read(ANSWERS, LinkTables::readAnswers);
  }

  private interface Reading<T> {
    List<T> read(InputStream in) throws IOException;
  }

  private <T> List<T> read(String file, Reading<T> reading) {
    String iri = iri(file);
    return store
        .states()
        .find(iri)
        .map(
            state -> {
              try (InputStream in = store.versions().file(state.version())) {
                return reading.read(in);
              } catch (IOException e) {
                throw new LoadException(
                    Fault.ENVIRONMENT, e, "source.unreadable", iri, e.toString());
              }
            })
        .orElse(List.of());
  }

  /** The questions of the last run; none when there was no run. */
  public List<Question> questions() {
    Path file = questionsFile();
    if (!Files.exists(file)) {
      return List.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      Map<String, List<Link>> byThing = new LinkedHashMap<>();
      for (Link candidate : LinkTables.readLinks(in)) {
        byThing.computeIfAbsent(candidate.from().iri(), key -> new ArrayList<>()).add(candidate);
      }
      return byThing.values().stream()
          .map(candidates -> new Question(candidates.get(0).from(), candidates))
          .toList();
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }

  private Path questionsFile() {
    return store.directory().path().resolve("links").resolve(QUESTIONS);
  }

  /** Takes the links in, and keeps the questions. */
  public DatasetReport commit(Linking found, LoadOptions options) {
    return commit(found, answers(), options);
  }

  private DatasetReport commit(Linking found, Collection<Answer> answers, LoadOptions options) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("machinami-links").resolve(ID);
      Files.createDirectory(folder);
      LinkTables.writeLinks(found.links(), folder.resolve(LINKS));
      LinkTables.writeAnswers(answers, folder.resolve(ANSWERS));
      Files.writeString(folder.resolve(MAPPING), resource(MAPPING));
      Files.writeString(folder.resolve(DESCRIPTION), description(folder));
      Loader loader = new Loader(store, validator, Progress.none());
      DatasetReport report =
          loader.load(Recipe.read(folder), Optional.empty(), options).datasets().get(0);
      if (!options.dryRun() && report.problem().isEmpty()) {
        keep(found.questions());
      }
      return report;
    } catch (IOException e) {
      throw new LoadException(
          Fault.ENVIRONMENT, e, "source.unreadable", String.valueOf(folder), e.toString());
    } finally {
      if (folder != null) {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) {
    List.of(LINKS, ANSWERS, MAPPING, DESCRIPTION)
        .forEach(file -> Disk.deleteQuietly(folder.resolve(file)));
    Disk.deleteQuietly(folder);
    Disk.deleteQuietly(folder.getParent());
  }

  private void keep(List<Question> questions) throws IOException {
    Path file = questionsFile();
    Files.createDirectories(file.getParent());
    Path made = Files.createTempFile(file.getParent(), QUESTIONS, ".new");
    LinkTables.writeLinks(
        questions.stream().flatMap(question -> question.candidates().stream()).toList(), made);
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Nothing that changed gives the same description, so that no commit is made. */
  private String description(Path folder) throws IOException {
    boolean same = isAsCommitted(folder, LINKS) && isAsCommitted(folder, ANSWERS);
    String today = LocalDate.now(clock).toString();
    return resource(DESCRIPTION)
        .replace("{issued}", said(DCTerms.issued).orElse(today))
        .replace("{modified}", same ? said(DCTerms.modified).orElse(today) : today);
  }

  private boolean isAsCommitted(Path folder, String file) throws IOException {
    Optional<GraphState> state = store.states().find(iri(file));
    if (state.isEmpty()) {
      return false;
    }
    try (InputStream committed = store.versions().file(state.get().version())) {
      return Arrays.equals(committed.readAllBytes(), Files.readAllBytes(folder.resolve(file)));
    }
  }

  /** A date in the description as it was committed. */
  private Optional<String> said(Property property) {
    Node dataset = NodeFactory.createURI(new Iris(store.base()).dataset(ID));
    return store
        .states()
        .find(new NamedGraphs(store.base()).metadata(ID))
        .map(state -> store.versions().graph(state.version()))
        .flatMap(graph -> graph.find(dataset, property.asNode(), Node.ANY).nextOptional())
        .map(triple -> triple.getObject().getLiteralLexicalForm());
  }

  /**
   * Takes in what a person has decided: a link more or less, and no question on it any more.
   *
   * @param answer on two things of a question or a link
   */
  public DatasetReport answer(Answer answer, LoadOptions options) {
    List<Answer> answers = new ArrayList<>(answers());
    answers.removeIf(former -> former.key().equals(answer.key()));
    answers.add(answer);
    List<Link> links = new ArrayList<>(links());
    List<Question> open = questions();
    Optional<Link> asked =
        Stream.concat(links.stream(), open.stream().flatMap(q -> q.candidates().stream()))
            .filter(link -> link.key().equals(answer.key()))
            .findFirst();
    links.removeIf(link -> link.key().equals(answer.key()));
    Optional<Link> same = asked.filter(link -> answer.same()).map(Link::byPerson);
    same.ifPresent(link -> links.removeIf(link::contradicts));
    same.ifPresent(links::add);
    List<Question> questions = new ArrayList<>();
    for (Question question : open) {
      List<Link> left =
          question.candidates().stream()
              .filter(candidate -> !candidate.key().equals(answer.key()))
              .filter(candidate -> same.filter(candidate::contradicts).isEmpty())
              .toList();
      if (!left.isEmpty()) {
        questions.add(new Question(question.from(), left));
      }
    }
    return commit(new Linking(links, questions, 0), answers, options);
  }

  private String iri(String file) {
    return new Iris(store.base()).dataset(ID) + "/files/" + file;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LinksDataset.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
