package org.machinami.web.vocabulary;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.ontology.Iris;
import org.machinami.ontology.Vocabularies;
import org.machinami.ontology.Vocabulary;
import org.machinami.store.ledger.Hash;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.GraphWriting;
import org.machinami.web.rdf.JsonLdContext;
import org.machinami.web.rdf.Labels;

/** {@code /vocab}, {@code /vocab/city}, {@code /vocab/{list}} and the JSON-LD context. */
@Path("vocab")
public final class VocabularyResource {
  private final VocabularyViews views;
  private final Answers answers;
  private final Version version;
  private final JsonLdContext context;

  public VocabularyResource(
      String base, Labels labels, JsonLdContext context, GraphWriting graphs, Answers answers) {
    this.views = new VocabularyViews(labels, base);
    this.answers = answers;
    this.context = context;
    // They change with the program only.
    byte[] all = graphs.write(Vocabularies.union(), Representation.N_TRIPLES);
    this.version = new Version(digest(all), Optional.empty());
  }

  private static String digest(byte[] ntriples) {
    String[] lines = new String(ntriples, java.nio.charset.StandardCharsets.UTF_8).split("\n", -1);
    java.util.Arrays.sort(lines);
    return Hash.of(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hex()
        .substring(0, 16);
  }

  @GET
  public Response vocabularies(@Context ContainerRequestContext request) {
    return answers.answer(request, version, views::list);
  }

  @GET
  @Path("context.jsonld")
  public Response context() {
    return Response.ok(context.bytes(), "application/ld+json")
        .header("Access-Control-Allow-Origin", "*")
        .header("Cache-Control", "public, max-age=3600")
        .build();
  }

  @GET
  @Path("{name}")
  public Response vocabulary(
      @Context ContainerRequestContext request, @PathParam("name") String name) {
    Vocabulary vocabulary =
        Vocabularies.find(name).orElseThrow(() -> Problem.notFound("vocab/" + name));
    return answers.answer(request, version, language -> views.of(vocabulary, language));
  }

  /** A concept stands on the page of its list. */
  @GET
  @Path("{name}/{id}")
  public Response concept(
      @Context ContainerRequestContext request,
      @PathParam("name") String name,
      @PathParam("id") String id) {
    Vocabulary vocabulary =
        Vocabularies.find(name).orElseThrow(() -> Problem.notFound("vocab/" + name));
    Graph graph = vocabulary.read();
    if (!Described.of(graph, Vocabularies.concept(name, id)).isDescribed()) {
      throw Problem.notFound("vocab/" + name + "/" + id);
    }
    Asked asked = Asked.of(request);
    String suffix = asked.forced().map(r -> "." + r.suffix()).orElse("");
    return Response.seeOther(
            URI.create(asked.prefix() + "vocab/" + name + suffix + "#" + Iris.encode(id)))
        .header("Vary", "Accept, Accept-Language")
        .build();
  }
}
