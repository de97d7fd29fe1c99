package org.machinami.web.dataset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Alternate;
import org.machinami.web.page.Answers;
import org.machinami.web.rdf.Labels;
import org.machinami.web.reach.LinkChecks;
import org.machinami.web.rows.DataTables;
import org.machinami.web.usage.Usage;
import org.machinami.web.usage.Viewed;

/**
 * {@code /datasets/{id}}: a dataset. The parameter {@code asOf} names a moment of the past.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089">RFC 7089, Memento</a>
 */
@Path("datasets/{id}")
@Viewed
public final class DatasetResource {
  private static final DateTimeFormatter HTTP_TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

  private final DatasetReader reader;
  private final SearchIndex search;
  private final DatasetViews views;
  private final LinkChecks links;
  private final Usage usage;
  private final Answers answers;
  private final Clock clock;
  private final String base;

  /**
   * The pages of the datasets of a store.
   *
   * @param clock in the time zone of the city
   */
  public DatasetResource(
      Store store,
      SearchIndex search,
      DatasetReader reader,
      DataTables tables,
      Labels labels,
      LinkChecks links,
      Usage usage,
      Answers answers,
      Clock clock) {
    this.reader = reader;
    this.search = search;
    this.views =
        new DatasetViews(
            search,
            reader,
            new History(store),
            new Previews(tables),
            new RelatedDatasets(store, search, labels),
            labels,
            new Findings(store),
            links,
            store.base());
    this.links = links;
    this.usage = usage;
    this.answers = answers;
    this.clock = clock;
    this.base = store.base();
  }

  @GET
  public Response dataset(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Optional<AsOf> moment = AsOf.parse(request.getUriInfo().getQueryParameters().getFirst("asOf"));
    DatasetState state = reader.require(id, moment);
    Version version = state.version();
    DatasetView.Usage used = new DatasetView.Usage(usage.of(id), usage.lastDay());
    LocalDate today = LocalDate.now(clock);
    // The page names related datasets, which any commit may change, how often it was used, whether
    // what it points to answers, and on any day whether something is overdue.
    String tag =
        String.join(
            ".",
            version.tag(),
            "" + search.applied(),
            used.version(),
            links.version(),
            "" + today.toEpochDay());
    Version with = new Version(tag + (moment.isPresent() ? ".past" : ""), version.modified());
    Response answer =
        answers.answer(
            request, with, language -> views.of(state, moment.isPresent(), today, used, language));
    return moment.isPresent() ? past(answer, state) : withCroissant(answer, state);
  }

  private Response withCroissant(Response answer, DatasetState state) {
    return state.data().isEmpty()
        ? answer
        : Response.fromResponse(answer)
            .header("Link", Alternate.croissant(state.id()).header(base))
            .build();
  }

  /** Says of which time it is, and where the newest is; not for search engines. */
  private Response past(Response answer, DatasetState state) {
    Instant time = state.version().modified().orElseThrow();
    return Response.fromResponse(answer)
        .header("X-Robots-Tag", "noindex")
        .header("Memento-Datetime", HTTP_TIME.format(time.atOffset(ZoneOffset.UTC)))
        .header(
            "Link", "<" + base + "datasets/" + state.id() + ">; rel=\"original latest-version\"")
        .build();
  }
}
