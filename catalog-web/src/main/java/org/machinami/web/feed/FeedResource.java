package org.machinami.web.feed;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.Store;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.Cards;
import org.machinami.web.dataset.DatasetCard;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Answers;
import org.machinami.web.page.SearchVersion;
import org.machinami.web.rdf.Labels;

/** {@code /feed.atom}: what came, changed and went in the whole catalogue. */
@Path("feed.atom")
public final class FeedResource {
  private static final int ENTRIES = 50;

  private final Store store;
  private final SearchIndex search;
  private final Labels labels;
  private final Cards cards;
  private final Answers answers;
  private final SearchVersion version;
  private final LatestChanges changes;
  private final NamedGraphs graphs;
  private final Iris iris;

  public FeedResource(Store store, SearchIndex search, Labels labels, Answers answers) {
    this.store = store;
    this.search = search;
    this.labels = labels;
    this.cards = new Cards(store, labels);
    this.answers = answers;
    this.version = new SearchVersion(store, search);
    this.changes = new LatestChanges(store.ledger(), store.base());
    this.graphs = new NamedGraphs(store.base());
    this.iris = new Iris(store.base());
  }

  @GET
  public Response feed(@Context ContainerRequestContext request) {
    return answers.document(
        request, version.of("feed"), AtomFeed.CONTENT_TYPE, language -> feed(language).write());
  }

  private AtomFeed feed(Language language) {
    Messages m = Messages.in(language);
    List<AtomEntry> entries = new ArrayList<>();
    for (LatestChanges.Change change : changes.read(search.applied(), ENTRIES)) {
      if (change.deleted()) {
        entries.add(AtomEntry.deleted(iris.dataset(change.id()), change.time()));
      } else {
        search.find(change.id()).ifPresent(hit -> entries.add(entry(hit, change, language)));
      }
    }
    String base = store.base();
    return new AtomFeed(
        base + language.tag() + "/feed.atom",
        language.tag(),
        m.text("site.title"),
        base + language.tag() + "/",
        m.text("site.name"),
        entries.stream().findFirst().map(AtomEntry::updated).orElse(Instant.EPOCH),
        entries);
  }

  private AtomEntry entry(Hit hit, LatestChanges.Change change, Language language) {
    DatasetCard card = cards.of(hit, language);
    return new AtomEntry(
        hit.iri(),
        card.title().value(),
        change.time(),
        firstSeen(change.id()),
        store.base() + language.tag() + "/datasets/" + hit.id(),
        card.publisher().map(Text::value).orElse(""),
        card.description().map(Text::value).orElse(""),
        categories(hit, card, language),
        false);
  }

  private List<AtomEntry.Category> categories(Hit hit, DatasetCard card, Language language) {
    Stream<AtomEntry.Category> fields =
        hit.values(Facet.SERVICE_FIELD).stream()
            .map(
                field ->
                    new AtomEntry.Category(
                        field,
                        Vocabularies.NS + "service-field/",
                        labels.concept("service-field", field, language).value()));
    Stream<AtomEntry.Category> stopped =
        card.stopped()
            ? Stream.of(AtomEntry.Category.stopped(Messages.in(language)))
            : Stream.empty();
    return Stream.concat(fields, stopped).toList();
  }

  private Optional<Instant> firstSeen(String id) {
    List<GraphState> history = store.states().history(graphs.metadata(id));
    return history.isEmpty()
        ? Optional.empty()
        : Optional.of(history.get(history.size() - 1).modified());
  }
}
