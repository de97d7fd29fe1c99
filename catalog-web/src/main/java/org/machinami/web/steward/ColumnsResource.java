package org.machinami.web.steward;

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
import java.util.function.Function;
import org.machinami.loader.LoadException;
import org.machinami.loader.proposal.JoinedMapping;
import org.machinami.loader.proposal.Proposal;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Labels;
import org.machinami.web.steward.form.FormFields;

/**
 * {@code /steward/drafts/{id}/columns}: what the columns of a file become, corrected by choosing.
 */
@Path("steward/drafts/{id}/columns")
@For({Role.STEWARD, Role.ADMINISTRATOR})
public final class ColumnsResource {
  private static final int OK = 200;

  private final DraftRecords drafts;
  private final DraftFiles files;
  private final Drafting drafting;
  private final String base;
  private final Labels labels;
  private final Answers answers;

  ColumnsResource(
      DraftRecords drafts,
      DraftFiles files,
      Drafting drafting,
      String base,
      Labels labels,
      Answers answers) {
    this.drafts = drafts;
    this.files = files;
    this.drafting = drafting;
    this.base = base;
    this.labels = labels;
    this.answers = answers;
  }

  /** The columns of a file of a draft, as some version of it maps them. */
  private <T> T with(Draft draft, int version, String name, Function<Columns, T> use) {
    Draft.Attached file =
        drafts.files(draft.id()).stream()
            .filter(Columns::isOne)
            .filter(one -> name.isEmpty() || one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("steward/drafts/" + draft.id() + "/columns"));
    java.nio.file.Path folder = files.temporary();
    try {
      java.nio.file.Path copy = folder.resolve(file.name());
      files.copy(file, copy);
      return use.apply(Columns.of(copy, drafts.version(draft.id(), version).mapping()));
    } catch (LoadException e) {
      throw Problem.badParameter("file", file.name(), "steward.mistake.unreadable");
    } finally {
      DraftFiles.delete(folder);
    }
  }

  @GET
  public Response page(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @QueryParam("file") @DefaultValue("") String file) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.requireOwn(signedIn, id);
    Language language = Asked.of(request).language();
    ColumnsView view =
        with(
            draft,
            draft.version(),
            file,
            columns ->
                new ColumnsView(
                    signedIn.who(),
                    draft.id(),
                    draft.version(),
                    drafting.title(drafting.description(draft), draft.dataset(), language),
                    drafts.files(draft.id()).stream()
                        .filter(Columns::isOne)
                        .map(Draft.Attached::name)
                        .toList(),
                    columns.file(),
                    columns.encoding(),
                    columns.thing(labels, language),
                    columns.fresh(),
                    columns.notes(language),
                    columns.columns(labels, language),
                    columns.things(base, labels, language)));
    return answers.once(request, OK, view).build();
  }

  /** Keeps what was chosen in the mapping of the draft; what it makes of other files stays. */
  @POST
  @Consumes(FormFields.CONTENT_TYPE)
  public Response choose(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.requireOwn(signedIn, id);
    String path = "steward/drafts/" + draft.id();
    FormFields posted = FormFields.read(body, path);
    String version = posted.get("version");
    if (!version.equals(Integer.toString(draft.version()))) {
      return StewardResource.to(request, path + "?done=late");
    }
    Proposal chosen =
        with(
            draft,
            draft.version(),
            posted.get("file"),
            columns -> columns.chosen(i -> posted.get("c" + i)));
    String mapping = joined(drafts.version(draft.id(), draft.version()).mapping(), chosen);
    boolean saved =
        drafts.save(
            draft.id(),
            draft.version(),
            signedIn.account(),
            Descriptions.write(drafting.description(draft)),
            mapping);
    return StewardResource.to(request, path + (saved ? "?done=columns" : "?done=late"));
  }

  /** What is no mapping maps no other file either. */
  private static String joined(String mapping, Proposal chosen) {
    try {
      return JoinedMapping.with(mapping, chosen);
    } catch (LoadException e) {
      return chosen.toRml();
    }
  }
}
