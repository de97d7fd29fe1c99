package org.machinami.web.policy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.explain.Explainer;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.monitor.MonitorIndex;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Labels;

/**
 * {@code /policy}, {@code /policy/{version}} and {@code /policy/{version}/clauses/{number}}: the
 * data policy, as it stands in the store.
 */
@Path("policy")
public final class PolicyResource {
  private final Store store;
  private final NamedGraphs graphs;
  private final PolicyVersions policies;
  private final PolicyViews views;
  private final Map<Hash, Explainer> explainers = new ConcurrentHashMap<>();
  private final MonitorIndex monitor;
  private final Answers answers;

  /**
   * Over the versions in the store.
   *
   * @param monitor knows the findings of today
   */
  public PolicyResource(Store store, Labels labels, MonitorIndex monitor, Answers answers) {
    this.store = store;
    this.graphs = new NamedGraphs(store.base());
    this.policies = new PolicyVersions(store);
    this.views = new PolicyViews(labels, store.base());
    this.monitor = monitor;
    this.answers = answers;
  }

  private PolicyViews.Beside beside(String version, GraphState state) {
    boolean inForce = policies.inForce().policy().version().equals(version);
    return new PolicyViews.Beside(
        inForce,
        inForce ? monitor.openCounts() : Map.of(),
        inForce ? monitor.refusalCounts() : Map.of(),
        explainer(version, state));
  }

  /** A version may bring shapes of its own; of each one is made. */
  private Explainer explainer(String version, GraphState state) {
    return explainers.computeIfAbsent(
        state.version(),
        hash ->
            policies.adopted().stream()
                .filter(found -> found.policy().version().equals(version))
                .findFirst()
                .map(found -> new Explainer(found.validator(), found.policy()))
                .orElseThrow(() -> Problem.notFound("policy/" + version)));
  }

  /** The version that verdicts rest on today. */
  @GET
  public Response current(@Context ContainerRequestContext request) {
    Asked asked = Asked.of(request);
    String suffix = asked.forced().map(form -> "." + form.suffix()).orElse("");
    return Response.seeOther(
            URI.create(asked.prefix() + "policy/" + policies.inForce().policy().version() + suffix))
        .header("Vary", "Accept, Accept-Language")
        .build();
  }

  @GET
  @Path("{version}")
  public Response policy(
      @Context ContainerRequestContext request, @PathParam("version") String version) {
    GraphState state = require(version, "policy/" + version);
    return answers.answer(
        request,
        version(state),
        language ->
            views.policy(
                read(state),
                version,
                policies.adopted(),
                policies.inForce(),
                beside(version, state),
                language));
  }

  @GET
  @Path("{version}/clauses/{number}")
  public Response clause(
      @Context ContainerRequestContext request,
      @PathParam("version") String version,
      @PathParam("number") String number) {
    String about = "policy/" + version + "/clauses/" + number;
    GraphState state = require(version, about);
    return answers.answer(
        request,
        version(state),
        language ->
            views
                .clause(read(state), version, number, beside(version, state), language)
                .orElseThrow(() -> Problem.notFound(about)));
  }

  private GraphState require(String version, String about) {
    return store
        .states()
        .find(graphs.policy(version))
        .filter(state -> !state.graph().endsWith(PolicyVersions.DRAFT))
        .orElseThrow(() -> Problem.notFound(about));
  }

  private Graph read(GraphState state) {
    return store.versions().graph(state.version());
  }

  /** The text does not change, the findings do, and which version is in force. */
  private Version version(GraphState state) {
    return new Version(
        state.version().hex().substring(0, 24)
            + "."
            + monitor.applied()
            + "."
            + policies.inForce().policy().version(),
        Optional.empty());
  }
}
