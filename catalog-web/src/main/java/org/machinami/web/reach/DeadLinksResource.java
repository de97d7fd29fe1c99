package org.machinami.web.reach;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;

/**
 * {@code /steward/distributions}: addresses of distributions that do not answer, for the stewards
 * of their datasets.
 */
@Path("steward/distributions")
@For({Role.STEWARD, Role.ADMINISTRATOR})
public final class DeadLinksResource {
  private static final int OK = 200;
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
  public Response list(@Context ContainerRequestContext request) {
    SignedIn signedIn = SignedIn.of(request);
    Language language = Asked.of(request).language();
    Map<String, Boolean> own = new HashMap<>();
    List<LinkRecords.DeadLink> dead =
        checks.dead().stream()
            .map(link -> only(link, id -> own.computeIfAbsent(id, key -> isOwn(signedIn, key))))
            .filter(link -> !link.datasets().isEmpty())
            .toList();
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
            OK,
            new DeadLinksView(signedIn.who(), dead.size(), lines, checks.latest(), checks.next()))
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
