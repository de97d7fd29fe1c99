package org.machinami.web.dataset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.machinami.ontology.Iris;
import org.machinami.store.Store;
import org.machinami.web.feed.AtomEntry;
import org.machinami.web.feed.AtomFeed;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Answers;
import org.machinami.web.rdf.Terms;

/**
 * {@code /datasets/{id}/feed.atom}: the commits on a dataset, the latest and, page by page, those
 * before them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005#section-3">RFC 5005, 3: paged feeds</a>
 */
@Path("datasets/{id}/feed.atom")
public final class DatasetFeedResource {
  private final DatasetReader reader;
  private final History history;
  private final Answers answers;
  private final String base;

  public DatasetFeedResource(Store store, Answers answers) {
    this.reader = new DatasetReader(store);
    this.history = new History(store);
    this.answers = answers;
    this.base = store.base();
  }

  @GET
  public Response feed(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam(History.BEFORE) String parameter) {
    long before = History.before(parameter);
    DatasetState state = reader.require(id);
    return answers.document(
        request,
        state.versionOfHistory(),
        AtomFeed.CONTENT_TYPE,
        language -> feed(state, before, language).write());
  }

  private AtomFeed feed(DatasetState state, long before, Language language) {
    Messages m = Messages.in(language);
    String title =
        reader.describe(state).text(language, Terms.title).map(Text::value).orElse(state.id());
    String iri = new Iris(base).dataset(state.id());
    String page = base + language.tag() + "/datasets/" + state.id();
    HistoryPart part = history.of(state.id(), before);
    List<AtomEntry> entries =
        part.entries().stream()
            .map(
                entry ->
                    new AtomEntry(
                        iri + "#commit-" + entry.sequence(),
                        title + m.text("feed.dash") + m.text(entry.cause().key()),
                        entry.time(),
                        Optional.empty(),
                        page,
                        "",
                        summary(entry, m),
                        List.of(),
                        false))
            .toList();
    String feed = page + "/feed.atom";
    return new AtomFeed(
        feed,
        before == Long.MAX_VALUE ? feed : feed + "?" + History.BEFORE + "=" + before,
        part.olderQuery().map(query -> feed + query),
        language.tag(),
        title,
        page,
        m.text("site.name"),
        state.version().modified().orElseThrow(),
        entries);
  }

  /** What changed, how much of the data, and why where somebody said so. */
  private static String summary(VersionEntry entry, Messages m) {
    List<String> words = new ArrayList<>();
    words.add(
        entry.parts().stream()
            .map(part -> m.text(part.key()))
            .collect(Collectors.joining(m.text("history.and"))));
    entry.added().ifPresent(n -> words.add(m.text("history.added") + " " + m.number(n)));
    entry.removed().ifPresent(n -> words.add(m.text("history.removed") + " " + m.number(n)));
    entry.reason().ifPresent(reason -> words.add(reason.value()));
    return String.join(m.text("feed.stop"), words);
  }
}
