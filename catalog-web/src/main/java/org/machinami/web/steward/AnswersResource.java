package org.machinami.web.steward;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import org.machinami.shapes.quality.Answer.Reply;
import org.machinami.shapes.quality.Question;
import org.machinami.shapes.quality.Rule;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.steward.form.FormFields;

/** {@code /steward/drafts/{id}/answers}: what a steward says where no program can decide. */
@Path("steward/drafts/{id}/answers")
@For({Role.STEWARD, Role.ADMINISTRATOR})
public final class AnswersResource {
  private final DraftRecords drafts;
  private final Drafting drafting;
  private final Descriptions descriptions;

  AnswersResource(DraftRecords drafts, Drafting drafting, Descriptions descriptions) {
    this.drafts = drafts;
    this.drafting = drafting;
    this.descriptions = descriptions;
  }

  /** Keeps what was chosen of each question, which is posted under the number of its rule. */
  @POST
  @Consumes(FormFields.CONTENT_TYPE)
  public Response answer(
      @Context ContainerRequestContext request, @PathParam("id") String id, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    Draft draft = drafting.requireOwn(signedIn, id);
    String path = "steward/drafts/" + draft.id();
    FormFields posted = FormFields.read(body, path);
    Map<Rule, Reply> said = new EnumMap<>(Rule.class);
    for (Question question : drafting.questions(draft)) {
      Reply.of(posted.get(question.rule().id()))
          .ifPresent(reply -> said.put(question.rule(), reply));
    }
    boolean kept =
        drafts.answer(
            draft.id(),
            posted.get("files"),
            said,
            descriptions.publisher(draft.publisher()).getURI(),
            signedIn.account());
    return StewardResource.to(request, path + (kept ? "?done=answered" : "?done=late"));
  }
}
