package org.machinami.web.steward;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.store.ledger.Hash;
import org.machinami.web.account.For;
import org.machinami.web.account.Organisations;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;
import org.machinami.web.request.Typed;

/** {@code /steward/datasets/{id}}: a published dataset is taken up again, or withdrawn. */
@Path("steward/datasets/{id}")
@For(Role.STEWARD)
public final class PublishedResource {
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int LEAST_REASON = 5;
  private static final int MOST_REASON = 1_000;

  private final DraftRecords drafts;
  private final StewardDesk desk;
  private final Drafting drafting;
  private final Organisations organisations;
  private final Answers answers;

  PublishedResource(
      DraftRecords drafts,
      StewardDesk desk,
      Drafting drafting,
      Organisations organisations,
      Answers answers) {
    this.drafts = drafts;
    this.desk = desk;
    this.drafting = drafting;
    this.organisations = organisations;
    this.answers = answers;
  }

  /** The organisation of a dataset; one of another organisation is not there. */
  private String require(SignedIn signedIn, String id) {
    return desk.publisherOf(id)
        .filter(signedIn::isStewardOf)
        .orElseThrow(() -> Problem.notFound("steward/datasets/" + id));
  }

  @GET
  public Response page(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return show(request, OK, id, "", Optional.empty());
  }

  private Response show(
      ContainerRequestContext request,
      int status,
      String id,
      String reason,
      Optional<String> mistake) {
    SignedIn signedIn = SignedIn.of(request);
    String publisher = require(signedIn, id);
    Language language = Asked.of(request).language();
    return answers
        .once(
            request,
            status,
            new PublishedView(
                signedIn.who(),
                id,
                drafting.title(desk.published(id).orElseThrow(), id, language),
                organisations.name(publisher, language),
                drafts.findOpen(id).map(Draft::id),
                drafts.findPublished(id).isPresent(),
                reason,
                mistake))
        .build();
  }

  /** Takes it up again: in the draft that works on it, or a new one. */
  @POST
  @Path("edit")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response edit(@Context ContainerRequestContext request, @PathParam("id") String id) {
    SignedIn signedIn = SignedIn.of(request);
    String publisher = require(signedIn, id);
    Optional<Draft> open = drafts.findOpen(id);
    if (open.isPresent()) {
      return StewardResource.to(request, "steward/drafts/" + open.get().id());
    }
    // What was typed then, without what the gate has added to it.
    Draft last =
        drafts
            .findPublished(id)
            .orElseThrow(() -> Problem.badParameter("id", id, "steward.problem.not-by-desk"));
    Draft.Version version = drafts.version(last.id(), last.version());
    List<Draft.Attached> files = drafts.files(last.id());
    Graph graph = Descriptions.read(version.description());
    long base = desk.present(id);
    String sent = Hash.of((id + " " + base).getBytes(StandardCharsets.US_ASCII)).hex();
    Draft draft =
        drafts.begin(
            id,
            publisher,
            base,
            sent,
            signedIn.account(),
            Descriptions.write(graph),
            version.mapping());
    if (drafts.files(draft.id()).isEmpty()) {
      files.forEach(file -> drafts.putFile(draft.id(), file, signedIn.account()));
    }
    return StewardResource.to(request, "steward/drafts/" + draft.id());
  }

  @POST
  @Path("withdraw")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response withdraw(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    require(signedIn, id);
    FormBody form = FormBody.read(body, "steward/datasets/" + id);
    String japanese = Typed.line(form.get("reason-ja"));
    String english = Typed.line(form.get("reason-en"));
    boolean said =
        japanese.length() >= LEAST_REASON
            && english.length() >= LEAST_REASON
            && japanese.length() + english.length() <= MOST_REASON;
    if (!said) {
      return show(request, WRONG, id, japanese, Optional.of("steward.mistake.withdraw-reason"));
    }
    desk.withdraw(id, signedIn.account(), japanese + " / " + english);
    return StewardResource.to(request, "steward?done=withdrawn");
  }
}
