package org.machinami.web.steward;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.machinami.store.ledger.Hash;
import org.machinami.web.account.Account;
import org.machinami.web.problem.Problem;
import org.machinami.web.steward.form.ThreeWay;

/**
 * From what is published to a draft that changes it. A draft that began earlier is brought onto
 * what others have published since. Thread-safe.
 */
final class TakingUp {
  private final DraftRecords drafts;
  private final DraftFiles files;
  private final Publications publications;
  private final long mostBytes;

  /**
   * @param mostBytes of the files of a dataset
   */
  TakingUp(DraftRecords drafts, DraftFiles files, Publications publications, long mostBytes) {
    this.drafts = drafts;
    this.files = files;
    this.publications = publications;
    this.mostBytes = mostBytes;
  }

  /** Why a dataset cannot be taken up, as the key of a message; empty when it can. */
  Optional<String> hindrance(String dataset) {
    Optional<Publication> found = publications.find(dataset);
    if (found.filter(Publication::harvested).isPresent()) {
      return Optional.of("steward.problem.harvested");
    }
    if (found.filter(Publication::isWhole).isEmpty()) {
      return Optional.of("steward.problem.not-whole");
    }
    return found
        .filter(publication -> publication.bytes() > mostBytes)
        .map(large -> "steward.problem.too-large");
  }

  private Publication require(String dataset) {
    hindrance(dataset)
        .ifPresent(
            key -> {
              throw Problem.badParameter("id", dataset, key);
            });
    return publications.find(dataset).orElseThrow();
  }

  /**
   * The draft that works on a dataset, begun from what is published where there is none.
   *
   * @throws Problem when it cannot be taken up
   */
  Draft begin(String dataset, String publisher, Account by) {
    Publication published = require(dataset);
    return drafts.takeUp(
        dataset,
        publisher,
        published.sequence(),
        by,
        new Draft.Contents(
            Descriptions.write(published.description()),
            published.mapping(),
            taken(published, published.attached()),
            published.answers()));
  }

  /** Whether others have published the dataset since a draft of it began. */
  boolean isBehind(Draft draft) {
    return publications
        .find(draft.dataset())
        .filter(published -> published.sequence() != draft.base())
        .isPresent();
  }

  /**
   * Takes into a draft what others have published since it began. Where both have changed the same,
   * the draft keeps its own: what is published is there to be looked at.
   *
   * @return false when somebody else was faster
   * @throws Problem when what is published cannot be taken up
   */
  boolean catchUp(Draft draft, Account by) {
    Publication now = require(draft.dataset());
    Optional<Publication> began = publications.findAsOf(draft.dataset(), draft.base());
    Draft.Version mine = drafts.version(draft.id(), draft.version());
    Graph description =
        merged(
            began.map(Publication::description).orElse(Graph.emptyGraph),
            Descriptions.read(mine.description()),
            now.description());
    boolean same = mine.mapping().equals(began.map(Publication::mapping).orElse(""));
    Map<String, Draft.Attached> attached =
        merged(
            began.map(Publication::attached).orElse(Map.of()),
            byName(drafts.files(draft.id())),
            now.attached());
    return drafts.catchUp(
        draft,
        now.sequence(),
        by,
        new Draft.Contents(
            Descriptions.write(description),
            same ? now.mapping() : mine.mapping(),
            taken(now, attached)));
  }

  private static Graph merged(Graph base, Graph mine, Graph theirs) {
    ThreeWay both = ThreeWay.of(base, mine, theirs);
    return both.merge(
        both.undecided().stream().collect(Collectors.toMap(id -> id, id -> ThreeWay.Side.MINE)));
  }

  /** Files that only the others have changed are theirs, all else is mine. */
  private static Map<String, Draft.Attached> merged(
      Map<String, Draft.Attached> base,
      Map<String, Draft.Attached> mine,
      Map<String, Draft.Attached> theirs) {
    Map<String, Draft.Attached> merged = new TreeMap<>(mine);
    TreeSet<String> names = new TreeSet<>(theirs.keySet());
    names.addAll(base.keySet());
    for (String name : names) {
      if (Objects.equals(mine.get(name), base.get(name))) {
        merged.compute(name, (key, own) -> theirs.get(name));
      }
    }
    return merged;
  }

  private static Map<String, Draft.Attached> byName(List<Draft.Attached> attached) {
    return attached.stream().collect(Collectors.toMap(Draft.Attached::name, file -> file));
  }

  /** Files, of which those that are published are now among those of drafts, too. */
  private List<Draft.Attached> taken(Publication published, Map<String, Draft.Attached> attached) {
    attached
        .values()
        .forEach(file -> published.find(file).ifPresent(version -> take(file.name(), version)));
    return List.copyOf(attached.values());
  }

  private void take(String name, Hash version) {
    try (InputStream content = publications.open(version)) {
      files.take(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
