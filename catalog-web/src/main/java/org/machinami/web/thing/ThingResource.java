package org.machinami.web.thing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.machinami.ontology.Iris;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.page.PageCache;
import org.machinami.web.problem.Problem;
import org.machinami.web.quads.Quads;
import org.machinami.web.quads.QueryProcessUnavailable;
import org.machinami.web.rdf.Labels;

/**
 * {@code /id/{class}/{key}}, which is a thing, and {@code /doc/{class}/{key}}, which tells of it.
 */
@Path("/")
public final class ThingResource {
  private static final long MOST_REMEMBERED_BYTES = 16L << 20;

  private final Iris iris;
  private final ThingReader reader;
  private final RememberedThings remembered;
  private final SearchIndex search;
  private final ThingViews views;
  private final Answers answers;

  /**
   * The pages of things.
   *
   * @param head the last sequence number of the ledger
   * @param pages bounds how much is remembered, and says when it is to be forgotten
   */
  public ThingResource(
      String base,
      Quads quads,
      LongSupplier head,
      PageCache pages,
      SearchIndex search,
      Labels labels,
      Answers answers) {
    this.iris = new Iris(base);
    this.reader = new ThingReader(quads, base);
    this.remembered =
        new RememberedThings(Math.min(pages.mostBytes(), MOST_REMEMBERED_BYTES), head);
    pages.whenForgotten(remembered::forget);
    this.search = search;
    this.views = new ThingViews(search, labels, base);
    this.answers = answers;
  }

  /**
   * Leads from a thing to what tells of it.
   *
   * @see <a href="https://www.w3.org/TR/cooluris/#r303gendocument">Cool URIs, 303</a>
   */
  @GET
  @Path("id/{type}/{key}")
  public Response thing(
      @Context ContainerRequestContext request,
      @PathParam("type") String type,
      @PathParam("key") String key) {
    Asked asked = Asked.of(request);
    String suffix = asked.forced().map(r -> "." + r.suffix()).orElse("");
    String path = asked.path().replaceFirst("^id/", "doc/");
    return Response.seeOther(URI.create(asked.prefix() + path + suffix))
        .header("Vary", "Accept, Accept-Language")
        .build();
  }

  @GET
  @Path("doc/{type}/{key}")
  public Response document(
      @Context ContainerRequestContext request,
      @PathParam("type") String type,
      @PathParam("key") String key) {
    String about = "id/" + type + "/" + key;
    if (!Iris.isId(type)) {
      throw Problem.notFound(about);
    }
    RememberedThings.Thing thing = find(iris.thing(type, key), about);
    // The page names datasets, whose titles any commit may change.
    Version version =
        new Version(thing.version().tag() + "." + search.applied(), thing.version().modified());
    return answers.answer(request, version, language -> views.of(thing.state(), language));
  }

  private RememberedThings.Thing find(String iri, String about) {
    try {
      return remembered.find(iri, this::read).orElseThrow(() -> Problem.notFound(about));
    } catch (QueryProcessUnavailable e) {
      throw Problem.queriesUnavailable(about, e.retryAfter());
    }
  }

  private Optional<RememberedThings.Thing> read(String iri) {
    return reader.find(iri).map(state -> new RememberedThings.Thing(state, version(state)));
  }

  /** There is no one blob behind a thing: its version is what is said of it. */
  private static Version version(ThingState state) {
    StringBuilder said = new StringBuilder();
    state.description().find().toList().stream()
        .map(Object::toString)
        .sorted()
        .forEach(line -> said.append(line).append('\n'));
    state.sources().entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .sorted()
        .forEach(said::append);
    said.append(state.pointing()).append(state.describedIn()).append(state.neighbours().hashCode());
    state.names().entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .sorted()
        .forEach(said::append);
    byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
    return new Version(Hash.of(bytes).hex().substring(0, 24), Optional.empty());
  }
}
