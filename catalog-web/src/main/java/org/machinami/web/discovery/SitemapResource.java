package org.machinami.web.discovery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.Iris;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.ontology.Vocabulary;
import org.machinami.shapes.Policy;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;
import org.machinami.web.problem.Problem;

/**
 * {@code /sitemap.xml}, the list of sitemaps, and these: {@code /sitemap-pages.xml}, {@code
 * /sitemap-datasets-1.xml} and so on, {@value Sitemap#MOST} datasets each. They are written while
 * the states are read, so that a catalogue of any size takes the same memory.
 */
@Path("/")
public final class SitemapResource {
  private static final List<String> PAGES =
      List.of(
          "",
          "datasets",
          "themes",
          "publishers",
          "coverage",
          "glossary",
          "requests",
          "catalog",
          "vocab",
          "sparql");

  private final Store store;
  private final String base;
  private final NamedGraphs graphs;
  private final Iris iris;
  private final List<String> fields;

  /**
   * @param fields ids of the service fields
   */
  public SitemapResource(Store store, List<String> fields) {
    this.store = store;
    this.base = store.base();
    this.graphs = new NamedGraphs(base);
    this.iris = new Iris(base);
    this.fields = List.copyOf(fields);
  }

  @GET
  @Path("sitemap.xml")
  public Response index(@Context Request request) {
    return answer(
        request,
        out -> {
          try (Sitemap sitemap = Sitemap.ofSitemaps(out);
              Stream<GraphState> states = states()) {
            sitemap.add(base + "sitemap-pages.xml", Optional.empty());
            Iterator<GraphState> all = states.iterator();
            for (int number = 1; all.hasNext(); number++) {
              sitemap.add(base + "sitemap-datasets-" + number + ".xml", Optional.of(newest(all)));
            }
          }
        });
  }

  /** Passes over the states of one file, for the time of the latest change. */
  private static Instant newest(Iterator<GraphState> states) {
    Instant newest = Instant.MIN;
    for (int i = 0; i < Sitemap.MOST && states.hasNext(); i++) {
      Instant modified = states.next().modified();
      newest = modified.isAfter(newest) ? modified : newest;
    }
    return newest;
  }

  @GET
  @Path("sitemap-pages.xml")
  public Response pages(@Context Request request) {
    return answer(
        request,
        out -> {
          try (Sitemap sitemap = Sitemap.ofPages(out)) {
            for (String page : PAGES) {
              sitemap.add(base + page, Optional.empty());
            }
            for (String field : fields) {
              sitemap.add(iris.theme(field), Optional.empty());
            }
            for (Vocabulary vocabulary : Vocabularies.all()) {
              sitemap.add(base + "vocab/" + vocabulary.name(), Optional.empty());
            }
            for (Policy policy : Policy.all()) {
              Optional<GraphState> state = store.states().find(graphs.policy(policy.version()));
              if (state.isPresent()) {
                sitemap.add(iris.policy(policy.version()), state.map(GraphState::modified));
              }
            }
          }
        });
  }

  @GET
  @Path("sitemap-datasets-{number: [1-9][0-9]{0,4}}.xml")
  public Response datasets(@Context Request request, @PathParam("number") int number) {
    long before = (long) (number - 1) * Sitemap.MOST;
    if (number > 1) {
      try (Stream<GraphState> states = states()) {
        if (states.skip(before).findFirst().isEmpty()) {
          throw Problem.notFound("sitemap-datasets-" + number + ".xml");
        }
      }
    }
    return answer(
        request,
        out -> {
          try (Sitemap sitemap = Sitemap.ofPages(out);
              Stream<GraphState> states = states()) {
            states.skip(before).limit(Sitemap.MOST).forEach(state -> add(sitemap, state));
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  private void add(Sitemap sitemap, GraphState state) {
    String id = graphs.datasetOf(state.graph()).orElseThrow();
    try {
      sitemap.add(iris.dataset(id), Optional.of(state.modified()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The descriptions that are there, in order of their names. */
  private Stream<GraphState> states() {
    return store
        .states()
        .list(graphs.prefix(GraphName.Kind.METADATA))
        .filter(state -> graphs.datasetOf(state.graph()).isPresent());
  }

  private Response answer(Request request, StreamingOutput document) {
    EntityTag tag = new EntityTag("sitemap-" + store.ledger().head(), true);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged != null
            ? unchanged
            : Response.ok(document, "application/xml;charset=utf-8").tag(tag);
    return response.header("Cache-Control", "no-cache").build();
  }
}
