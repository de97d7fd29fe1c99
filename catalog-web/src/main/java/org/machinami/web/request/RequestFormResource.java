package org.machinami.web.request;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;

/**
 * {@code /requests/new}: the form. Whatever is wrong with what was sent, the answer is the form
 * with all of it.
 */
@Path("requests/new")
public final class RequestFormResource {
  /** The parameter that fills the first field, as the search calls it. */
  private static final String WORDS = "q";

  /** A field that people do not see and programs fill. */
  private static final String TRAP = "website";

  /** Said by the button below what is similar. */
  private static final String LOOKED = "looked";

  private static final String TOKEN = "token";
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int TOO_OFTEN = 429;
  private static final int FULL = 503;

  private final RequestRecords records;
  private final RequestState first;
  private final SearchIndex search;
  private final RequestChoices choices;
  private final RequestViews views;
  private final Browsers browsers;
  private final CallerLimit limit;
  private final Answers answers;

  RequestFormResource(
      RequestRecords records,
      RequestSettings settings,
      SearchIndex search,
      RequestChoices choices,
      RequestViews views,
      Browsers browsers,
      Answers answers) {
    this.records = records;
    this.first = settings.moderated() ? RequestState.WAITING : RequestState.RECEIVED;
    this.search = search;
    this.choices = choices;
    this.views = views;
    this.browsers = browsers;
    this.limit = new CallerLimit(settings.perHour(), System::nanoTime);
    this.answers = answers;
  }

  @GET
  public Response form(
      @Context ContainerRequestContext request,
      @CookieParam(Supporter.COOKIE) @DefaultValue("") String cookie) {
    MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
    RequestDraft draft =
        known(
            new RequestDraft(
                first(asked, WORDS),
                first(asked, RequestDraft.PURPOSE),
                first(asked, RequestDraft.FIELD),
                first(asked, RequestDraft.MUNICIPALITY),
                first(asked, RequestDraft.ABOUT),
                ""));
    return new Attempt(request, Supporter.read(cookie).orElseGet(Supporter::random), draft)
        .form(OK, Map.of(), Optional.empty());
  }

  private static String first(MultivaluedMap<String, String> asked, String name) {
    return Optional.ofNullable(asked.getFirst(name)).orElse("");
  }

  /** Without choices that there are not: links and old pages may name some. */
  private RequestDraft known(RequestDraft draft) {
    return new RequestDraft(
        draft.wanted(),
        draft.purpose(),
        choices.hasField(draft.field()) ? draft.field() : "",
        choices.hasMunicipality(draft.municipality()) ? draft.municipality() : "",
        search.find(draft.about()).isPresent() ? draft.about() : "",
        draft.contact());
  }

  @POST
  @Consumes(FormBody.CONTENT_TYPE)
  public Response send(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context Request connection,
      @CookieParam(Supporter.COOKIE) @DefaultValue("") String cookie,
      InputStream body) {
    FormBody form = FormBody.read(body, "requests/new");
    RequestDraft draft =
        known(
            new RequestDraft(
                form.get(RequestDraft.WANTED),
                form.get(RequestDraft.PURPOSE),
                form.get(RequestDraft.FIELD),
                form.get(RequestDraft.MUNICIPALITY),
                form.get(RequestDraft.ABOUT),
                form.get(RequestDraft.CONTACT)));
    Optional<Supporter> known = Supporter.read(cookie);
    Attempt attempt = new Attempt(request, known.orElseGet(Supporter::random), draft);
    Map<String, String> mistakes = draft.mistakes();
    boolean ours =
        browsers.isOwnPage(headers)
            && known
                .filter(b -> browsers.tokens().accepts(form.get(TOKEN), b.secret()))
                .isPresent();
    if (!ours) {
      return attempt.form(WRONG, mistakes, Optional.of("request.notice.token"));
    }
    if (!form.get(TRAP).isEmpty()) {
      return attempt.form(WRONG, mistakes, Optional.of("request.notice.trap"));
    }
    if (!mistakes.isEmpty()) {
      return attempt.form(WRONG, mistakes, Optional.empty());
    }
    if (form.get(LOOKED).isEmpty() && !attempt.similar.isEmpty()) {
      return attempt.form(OK, Map.of(), Optional.of("request.notice.similar"));
    }
    if (!limit.allows(Request.getRemoteAddr(connection))) {
      return attempt.form(TOO_OFTEN, Map.of(), Optional.of("request.notice.too-often"));
    }
    return attempt.sent();
  }

  /** One sending of the form, or its first showing. */
  private final class Attempt {
    private final ContainerRequestContext request;
    private final Supporter browser;
    private final RequestDraft draft;
    private final SimilarFinder.Similar similar;

    Attempt(ContainerRequestContext request, Supporter browser, RequestDraft draft) {
      this.request = request;
      this.browser = browser;
      this.draft = draft;
      this.similar = views.similar(draft);
    }

    Response form(int status, Map<String, String> mistakes, Optional<String> notice) {
      Response.ResponseBuilder answer =
          answers
              .once(
                  request,
                  status,
                  views.form(
                      draft,
                      mistakes,
                      notice,
                      similar,
                      browsers.tokens().issue(browser.secret()),
                      Asked.of(request).language()))
              .cookie(browsers.cookie(browser));
      if (status == TOO_OFTEN || status == FULL) {
        answer.header(HttpHeaders.RETRY_AFTER, CallerLimit.PERIOD.toSeconds());
      }
      return answer.build();
    }

    Response sent() {
      Asked asked = Asked.of(request);
      Optional<String> id = records.add(draft, asked.language().tag(), first, browser);
      if (id.isEmpty()) {
        return form(FULL, Map.of(), Optional.of("request.notice.full"));
      }
      return Response.seeOther(URI.create(asked.prefix() + "requests/" + id.get() + "?done=sent"))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
  }
}
