package org.machinami.web.reach;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.machinami.loader.LoadException;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.request.FormBody;

/**
 * {@code /steward/distributions}: addresses of distributions that do not answer, for the stewards
 * of their datasets.
 */
@Path("steward/distributions")
@For({Role.STEWARD, Role.ADMINISTRATOR})
public final class DeadLinksResource {
  private static final String HOME = "steward/distributions";
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final String ANSWERS = "answers";
  private static final String FAILS = "fails";
  private static final Map<String, String> DONE =
      Map.of(ANSWERS, "reach.done.answers", FAILS, "reach.done.fails");
  private static final int SHOWN = 200;

  private final LinkChecks checks;
  private final Function<String, Optional<String>> publishers;
  private final BiFunction<String, Language, Text> titles;
  private final Answers answers;

  /**
   * @param publishers the organisation of a dataset
   * @param titles the title of a dataset
   */
  public DeadLinksResource(
      LinkChecks checks,
      Function<String, Optional<String>> publishers,
      BiFunction<String, Language, Text> titles,
      Answers answers) {
    this.checks = checks;
    this.publishers = publishers;
    this.titles = titles;
    this.answers = answers;
  }

  @GET
  public Response list(
      @Context ContainerRequestContext request, @QueryParam("done") @DefaultValue("") String done) {
    return list(request, OK, Optional.ofNullable(DONE.get(done)), "");
  }

  /** Asks for an address once more, now. */
  @POST
  @Path("again")
  @Consumes(FormBody.CONTENT_TYPE)
  public Response again(@Context ContainerRequestContext request, InputStream body) {
    String address = FormBody.read(body, HOME).get("address");
    if (own(SignedIn.of(request)).stream()
        .noneMatch(link -> link.state().address().equals(address))) {
      return list(request, OK, Optional.of(DONE.get(ANSWERS)), "");
    }
    LinkState state;
    try {
      state = checks.again(address);
    } catch (LoadException e) {
      return list(
          request, CONFLICT, Optional.empty(), e.text(Asked.of(request).language().locale()));
    }
    String done = state.isFailing() ? FAILS : ANSWERS;
    return Response.seeOther(URI.create(Asked.of(request).prefix() + HOME + "?done=" + done))
        .build();
  }

  private List<LinkRecords.DeadLink> own(SignedIn signedIn) {
    Map<String, Boolean> own = new HashMap<>();
    return checks.dead().stream()
        .map(link -> only(link, id -> own.computeIfAbsent(id, key -> isOwn(signedIn, key))))
        .filter(link -> !link.datasets().isEmpty())
        .toList();
  }

  private Response list(
      ContainerRequestContext request, int status, Optional<String> notice, String mistake) {
    SignedIn signedIn = SignedIn.of(request);
    Language language = Asked.of(request).language();
    List<LinkRecords.DeadLink> dead = own(signedIn);
    Map<String, Text> known = new HashMap<>();
    List<DeadLinksView.Line> lines =
        dead.stream()
            .limit(SHOWN)
            .map(
                link ->
                    line(
                        link,
                        language,
                        id -> known.computeIfAbsent(id, key -> titles.apply(key, language))))
            .toList();
    return answers
        .once(
            request,
            status,
            new DeadLinksView(
                signedIn.who(),
                dead.size(),
                lines,
                checks.latest(),
                checks.next(),
                notice,
                mistake))
        .build();
  }

  private boolean isOwn(SignedIn signedIn, String dataset) {
    return signedIn.has(Role.ADMINISTRATOR)
        || publishers.apply(dataset).filter(signedIn::isStewardOf).isPresent();
  }

  private static LinkRecords.DeadLink only(
      LinkRecords.DeadLink link, Function<String, Boolean> wanted) {
    return new LinkRecords.DeadLink(
        link.state(), link.datasets().stream().filter(wanted::apply).toList());
  }

  private static DeadLinksView.Line line(
      LinkRecords.DeadLink link, Language language, Function<String, Text> title) {
    LinkState state = link.state();
    return new DeadLinksView.Line(
        state.address(),
        state.failing().orElse(state.checked()),
        state.answered(),
        state.failures(),
        state.said(language),
        link.datasets().stream()
            .map(id -> new DeadLinksView.Dataset(id, title.apply(id)))
            .toList());
  }
}
