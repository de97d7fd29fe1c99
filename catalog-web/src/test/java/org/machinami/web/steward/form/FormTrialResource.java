package org.machinami.web.steward.form;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.ontology.Iris;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.explain.Explainer;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.GraphWriting;
import org.machinami.web.rdf.JsonLdContext;
import org.machinami.web.rdf.JsonLdWriting;
import org.machinami.web.rdf.Terms;

/** {@code /trial/{id}}: the form without accounts and drafts of the desk. */
@Path("trial/{id}")
public final class FormTrialResource {
  private static final int OK = 200;
  private static final int WRONG = 400;

  private final DescriptionForm form;
  private final Answers answers;
  private final Map<String, Graph> drafts;
  private final MetadataValidator validator = MetadataValidator.bundled();
  private final Explainer explainer = new Explainer(validator, Policy.current());

  FormTrialResource(DescriptionForm form, Answers answers, Map<String, Graph> drafts) {
    this.form = form;
    this.answers = answers;
    this.drafts = drafts;
  }

  private Graph require(String id) {
    return Optional.ofNullable(drafts.get(id)).orElseThrow(() -> Problem.notFound("trial/" + id));
  }

  private static String iri(String id) {
    return new Iris(Descriptions.BASE).dataset(id);
  }

  private Verdict judge(Graph graph, String id) {
    return explainer.explain(validator.validate(graph, iri(id)), graph);
  }

  private static FormPlace place(String path, FormPlace.Button... buttons) {
    return new FormPlace(
        path,
        path.replaceFirst("/(expert|conflict)$", "") + "/check",
        path.replaceFirst("/(expert|conflict)$", "") + "/lookup",
        Map.of(),
        List.of(buttons));
  }

  @GET
  public Response show(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return page(request, id, require(id), Optional.empty());
  }

  private Response page(
      ContainerRequestContext request, String id, Graph graph, Optional<PostedForm> posted) {
    FormPlace place =
        place(
            "trial/" + id,
            new FormPlace.Button("do", "save", "form.save", true),
            new FormPlace.Button("do", "check", "form.check", false));
    Language language = Asked.of(request).language();
    FormView view =
        form.view(graph, iri(id), judge(graph, id), Policy.current(), posted, place, language);
    return answers
        .once(
            request,
            OK,
            new DescriptionFormView(
                "form.edit-title",
                name(graph, id, language),
                new DescriptionFormView.Filled(view),
                place))
        .build();
  }

  private static String name(Graph graph, String id, Language language) {
    return Described.of(graph, iri(id)).text(language, Terms.title).map(Text::value).orElse("");
  }

  @POST
  @Consumes(FormFields.CONTENT_TYPE)
  public Response send(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    FormFields fields = FormFields.read(body, "trial/" + id);
    Graph before = require(id);
    if (fields.has("take")) {
      FormRepairs.apply(before, judge(before, id), fields.get("take"))
          .ifPresent(mended -> drafts.put(id, mended));
      return back(request, "trial/" + id);
    }
    PostedForm posted = form.read(before, iri(id), fields);
    if (fields.has("repair")) {
      drafts.put(id, posted.graph());
      return FormRepairs.apply(posted.graph(), judge(posted.graph(), id), fields.get("repair"))
          .map(mended -> repaired(request, id, posted.graph(), mended, fields.get("repair")))
          .orElseGet(() -> page(request, id, posted.graph(), Optional.of(posted)));
    }
    drafts.put(id, posted.graph());
    return fields.get("do").equals("save") && posted.mistakes().isEmpty()
        ? back(request, "trial/" + id)
        : page(request, id, posted.graph(), Optional.of(posted));
  }

  private Response repaired(
      ContainerRequestContext request, String id, Graph before, Graph after, String repair) {
    Language language = Asked.of(request).language();
    return answers
        .once(
            request,
            OK,
            new DescriptionFormView(
                "form.repair-title",
                name(before, id, language),
                new DescriptionFormView.Repaired(
                    form.difference(before, after, iri(id), language), repair),
                place("trial/" + id)))
        .build();
  }

  private static Response back(ContainerRequestContext request, String path) {
    return Response.seeOther(URI.create(Asked.of(request).prefix() + path)).build();
  }

  @POST
  @Path("check")
  @Consumes(FormFields.CONTENT_TYPE)
  public Response check(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    return new FormAnswers(form, () -> validator)
        .check(request, require(id), iri(id), FormFields.read(body, "trial/" + id + "/check"));
  }

  @GET
  @Path("lookup")
  public Response lookup(
      @Context ContainerRequestContext request,
      @QueryParam("form") @DefaultValue("") String formName,
      @QueryParam("field") @DefaultValue("") String fieldName,
      @QueryParam("q") @DefaultValue("") String typed) {
    return new FormAnswers(form, () -> validator).lookup(request, formName, fieldName, typed);
  }

  @GET
  @Path("expert")
  public Response expert(@Context ContainerRequestContext request, @PathParam("id") String id) {
    byte[] turtle =
        new GraphWriting(new JsonLdWriting("", JsonLdContext.read().bytes()))
            .write(require(id), Representation.TURTLE);
    String text = new String(turtle, StandardCharsets.UTF_8);
    return expert(request, id, new ExpertText(text, Optional.empty(), List.of()), OK);
  }

  @POST
  @Path("expert")
  @Consumes(FormFields.CONTENT_TYPE)
  public Response writeExpert(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    String turtle = FormFields.read(body, "trial/" + id + "/expert").get("turtle");
    ExpertText text = ExpertText.read(turtle, Descriptions.BASE, id);
    if (text.graph().isEmpty()) {
      return expert(request, id, text, WRONG);
    }
    drafts.put(id, text.graph().get());
    return back(request, "trial/" + id);
  }

  private Response expert(ContainerRequestContext request, String id, ExpertText text, int status) {
    return answers
        .once(
            request,
            status,
            new DescriptionFormView(
                "form.expert-title",
                name(require(id), id, Asked.of(request).language()),
                new DescriptionFormView.Expert(text),
                place(
                    "trial/" + id + "/expert",
                    new FormPlace.Button("do", "save", "form.save", true))))
        .build();
  }

  /** The draft {@code id} beside {@code id-base} and {@code id-theirs}. */
  @GET
  @Path("conflict")
  public Response conflict(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Language language = Asked.of(request).language();
    return answers
        .once(
            request,
            OK,
            new DescriptionFormView(
                "form.conflict-title",
                name(require(id), id, language),
                new DescriptionFormView.Conflicting(
                    form.conflict(
                        require(id + "-base"),
                        require(id),
                        require(id + "-theirs"),
                        iri(id),
                        language)),
                place(
                    "trial/" + id + "/conflict",
                    new FormPlace.Button("do", "save", "form.save", true))))
        .build();
  }

  @POST
  @Path("conflict")
  @Consumes(FormFields.CONTENT_TYPE)
  public Response merge(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    FormFields fields = FormFields.read(body, "trial/" + id + "/conflict");
    ThreeWay threeWay = ThreeWay.of(require(id + "-base"), require(id), require(id + "-theirs"));
    Map<String, ThreeWay.Side> chosen = DescriptionForm.chosen(fields);
    if (!chosen.keySet().containsAll(threeWay.undecided())) {
      return conflict(request, id);
    }
    drafts.put(id, threeWay.merge(chosen));
    return back(request, "trial/" + id);
  }
}
