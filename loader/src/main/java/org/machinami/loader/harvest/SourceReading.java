package org.machinami.loader.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.JsonLdContexts;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.harvest.SourceMemory.Fate;
import org.machinami.loader.harvest.SourceMemory.Known;
import org.machinami.loader.harvest.remote.ForeignRecord;
import org.machinami.loader.harvest.remote.HarvestIntake;
import org.machinami.loader.harvest.remote.RdfDocument;
import org.machinami.loader.source.XmlHead;

/**
 * What one run reads of a source: statements go to the contents of the run, and about each record
 * it is known what was said of it. Not thread-safe, but for fields that are not mapped.
 */
final class SourceReading implements HarvestIntake {
  private static final int MOST_NOTES = 100;
  private static final int MOST_FIELDS = 10_000;

  private final SourceMemory memory;
  private final boolean everything;
  private final DumpContents contents;
  private final Predicate<Known> present;
  private final Optional<SourceRecords> records;
  private final StatementCutter cutter;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, ForeignRecord> taken = new HashMap<>();
  private final Set<String> same = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private final Map<String, HarvestReport.RefusedDataset> refused = new LinkedHashMap<>();
  private final Map<String, Long> notMapped = new ConcurrentHashMap<>();
  private final List<HarvestReport.Note> notes = new ArrayList<>();
  private final Set<String> distrusted = new HashSet<>();
  private final Set<Long> given = new HashSet<>();
  private boolean whole;
  private int scopes;
  private long brokenStatements;

  /**
   * @param present whether what became of a record is still here
   * @param records where records are kept as they were given; empty: they are not
   */
  SourceReading(
      SourceMemory memory,
      boolean everything,
      DumpContents contents,
      Predicate<Known> present,
      Optional<SourceRecords> records) {
    this.memory = memory;
    this.everything = everything;
    this.contents = contents;
    this.present = present;
    this.records = records;
    this.cutter = new StatementCutter(contents, this::broken);
  }

  @Override
  public boolean everything() {
    return everything;
  }

  @Override
  public Optional<String> remembered(String name) {
    return Optional.ofNullable(memory.values().get(name));
  }

  @Override
  public void remember(String name, String value) {
    values.put(name, value);
  }

  @Override
  public Map<String, String> known() {
    Map<String, String> known = new HashMap<>(memory.records().size() * 2);
    memory.records().forEach((foreign, record) -> known.put(foreign, record.listed()));
    return known;
  }

  @Override
  public boolean isSame(String foreign, String digest) {
    return memory
        .find(foreign)
        .filter(known -> !known.digest().isEmpty() && known.digest().equals(digest))
        .filter(present)
        .filter(known -> records.isEmpty() || records.get().has(digest))
        .isPresent();
  }

  @Override
  public void same(String foreign) {
    same.add(foreign);
  }

  @Override
  public void take(ForeignRecord record) {
    for (Triple triple : record.statements()) {
      requireSound(triple);
    }
    cutter.scope("r" + scopes++ + ".");
    Map<Node, Graph> described = new LinkedHashMap<>();
    for (Triple triple : record.statements()) {
      described
          .computeIfAbsent(
              triple.getSubject(), subject -> GraphMemFactory.createDefaultGraphSameTerm())
          .add(triple);
    }
    described.forEach(
        (subject, statements) -> {
          // What many records say alike, such as the name of their publisher, is kept once: else
          // each of them would be put together from all.
          boolean nested =
              subject.isBlank()
                  || statements.stream().anyMatch(triple -> triple.getObject().isBlank());
          if (nested || given.add(ContentDigest.of(statements))) {
            statements.find().forEachRemaining(cutter::triple);
          }
        });
    if (!record.said().isEmpty()) {
      records.ifPresent(kept -> kept.keep(record.digest(), record.said()));
    }
    taken.put(
        record.foreign(),
        new ForeignRecord(record.foreign(), record.listed(), record.digest(), List.of()));
  }

  /** Before the first statement of a record is added, since none can be taken back. */
  private static void requireSound(Triple triple) {
    for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
      if (node.isURI() && !org.apache.jena.irix.IRIs.check(node.getURI())) {
        throw new RiotException("<" + node.getURI() + "> is not an absolute IRI");
      }
    }
  }

  @Override
  public Optional<String> take(RdfDocument document, Consumer<Quad> watcher) {
    Optional<String> hostile = hostile(document);
    if (hostile.isPresent()) {
      return hostile;
    }
    cutter.scope("d" + scopes++ + ".");
    Lenient errors = new Lenient();
    Set<String> datasets = new HashSet<>();
    boolean text = IriMending.isFor(document.lang());
    try (InputStream file = Files.newInputStream(document.file());
        InputStream in = text ? new IriMending(file) : file) {
      JsonLdContexts.bundled(
              RDFParser.source(in)
                  .lang(document.lang())
                  .base(document.address())
                  .errorHandler(errors),
              document.address())
          .parse(watched(watcher, datasets));
      return Optional.empty();
    } catch (RiotException e) {
      distrusted.addAll(datasets);
      return Optional.of(document.lang().getLabel() + ": " + e.getMessage());
    } catch (StackOverflowError e) {
      distrusted.addAll(datasets);
      return Optional.of("it is nested too deeply");
    } catch (IOException e) {
      throw new LoadException(
          Fault.ENVIRONMENT, e, "source.unreadable", document.file(), e.toString());
    }
  }

  /** By a document type, XML names files and grows without end. */
  private static Optional<String> hostile(RdfDocument document) {
    if (!document.lang().equals(Lang.RDFXML) && !document.lang().equals(Lang.TRIX)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(document.file())) {
      XmlHead.requireNoDoctype(document.lang().getLabel(), in);
      return Optional.empty();
    } catch (LoadException e) {
      return Optional.of(e.getMessage());
    } catch (IOException e) {
      throw new LoadException(
          Fault.ENVIRONMENT, e, "source.unreadable", document.file(), e.toString());
    }
  }

  /** Shows the watcher each statement, and notes of which datasets the document tells. */
  private StreamRDF watched(Consumer<Quad> watcher, Set<String> datasets) {
    return new StreamRDFBase() {
      private void note(Triple triple) {
        if (triple.getPredicate().equals(RDF.type.asNode()) && triple.getObject().isURI()) {
          String type = "<" + triple.getObject().getURI() + ">";
          if (Terms.DATASETS.contains(type) || Terms.TOMBSTONE.equals(type)) {
            datasets.add(triple.getSubject().toString());
          }
        }
      }

      @Override
      public void triple(Triple triple) {
        note(triple);
        watcher.accept(Quad.create(Quad.defaultGraphIRI, triple));
        cutter.triple(triple);
      }

      @Override
      public void quad(Quad quad) {
        note(quad.asTriple());
        watcher.accept(quad);
        cutter.quad(quad);
      }
    };
  }

  /** A broken IRI costs its statement; broken syntax ends the document. */
  private static final class Lenient implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
      // the statement is looked at when it comes
    }

    @Override
    public void error(String message, long line, long column) {
      // as a warning
    }

    @Override
    public void fatal(String message, long line, long column) {
      throw new RiotException(message + " (" + line + ":" + column + ")");
    }
  }

  private void broken(Node subject, String iri) {
    brokenStatements++;
    note("harvest.note.broken-iri", subject.isBlank() ? "_:" : subject, brief(iri));
  }

  private static String brief(String text) {
    String line = text.replaceAll("\\p{Cc}", "\uFFFD");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  @Override
  public void gone(String foreign) {
    gone.add(foreign);
  }

  @Override
  public void refuse(String foreign, String key, Object... arguments) {
    Refusal reason = Refusal.of(key, arguments);
    refused.put(
        foreign, new HarvestReport.RefusedDataset(foreign, reason.ja(), reason.en(), List.of()));
  }

  @Override
  public void notMapped(String field) {
    if (notMapped.size() < MOST_FIELDS || notMapped.containsKey(field)) {
      notMapped.merge(field, 1L, Long::sum);
    }
  }

  @Override
  public void note(String key, Object... arguments) {
    if (notes.size() < MOST_NOTES) {
      Refusal text = Refusal.of(key, arguments);
      notes.add(new HarvestReport.Note(text.ja(), text.en()));
    }
  }

  @Override
  public void whole() {
    whole = true;
  }

  boolean isWhole() {
    return whole;
  }

  SourceMemory memory() {
    return memory;
  }

  /** Foreign names of records that are as they were. */
  Set<String> sameRecords() {
    return same;
  }

  Set<String> goneRecords() {
    return gone;
  }

  /** Whether a dataset was taken before, and is as it was as far as this run was told. */
  boolean stands(String foreign) {
    boolean told = same.contains(foreign) || (!whole && !gone.contains(foreign));
    return told && memory.find(foreign).filter(known -> known.fate() == Fate.TAKEN).isPresent();
  }

  Map<String, HarvestReport.RefusedDataset> refusedRecords() {
    return refused;
  }

  Map<String, Long> notMappedFields() {
    return notMapped;
  }

  List<HarvestReport.Note> notes() {
    return notes;
  }

  long statements() {
    return cutter.statements();
  }

  long brokenStatements() {
    return brokenStatements;
  }

  /**
   * Ends the reading. What a document said that broke off may be half of it, and is not looked at.
   */
  void complete() {
    MemberVersions versions = contents.versions();
    versions.recall(memory.values());
    contents.complete();
    if (!distrusted.isEmpty()) {
      contents.leaveOut(distrusted);
    }
    versions
        .gone()
        .forEach(
            (foreign, date) -> {
              if (memory.find(foreign).filter(known -> known.date() > date).isEmpty()) {
                gone.add(foreign);
              }
            });
    values.putAll(versions.remembered());
  }

  /** The statements that a dump gives go past this. */
  DumpContents contents() {
    return contents;
  }

  Optional<ForeignRecord> taken(String foreign) {
    return Optional.ofNullable(taken.get(foreign));
  }

  /** What the source left, with what it left before where it did not say otherwise. */
  Map<String, String> values() {
    Map<String, String> all = new HashMap<>(whole && everything ? Map.of() : memory.values());
    all.putAll(values);
    return all;
  }
}
