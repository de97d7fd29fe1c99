package org.machinami.web.monitor.committee;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;

/** {@code /steward/questions}: what the committee asks the organisations of a steward. */
@Path("steward/questions")
@For(Role.STEWARD)
public final class StewardQuestionsResource {
  private static final int OK = 200;

  private final QuestionRecords questions;
  private final QuestionNames names;
  private final Answers answers;

  StewardQuestionsResource(QuestionRecords questions, QuestionNames names, Answers answers) {
    this.questions = questions;
    this.names = names;
    this.answers = answers;
  }

  @GET
  public Response list(@Context ContainerRequestContext request) {
    SignedIn signedIn = SignedIn.of(request);
    Language language = Asked.of(request).language();
    List<QuestionLine> waiting = new ArrayList<>();
    List<QuestionLine> others = new ArrayList<>();
    for (Question one : questions.list()) {
      if (signedIn.isStewardOf(one.publisher())) {
        boolean waits = !one.isClosed() && one.last() != QuestionKind.ANSWERED;
        (waits ? waiting : others).add(names.line(one, language));
      }
    }
    return answers
        .once(request, OK, new StewardQuestionsView(signedIn.who(), waiting, others))
        .build();
  }
}
