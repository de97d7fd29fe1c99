package org.machinami.web.steward.link;

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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.linking.Answer;
import org.machinami.loader.linking.Link;
import org.machinami.loader.linking.LinksDataset;
import org.machinami.loader.linking.Question;
import org.machinami.shapes.MetadataValidator;
import org.machinami.store.Store;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.request.FormBody;

/** {@code /steward/links}: which things of two datasets are the same. Thread-safe. */
@Path(LinkQuestionsResource.PATH)
@For({Role.STEWARD, Role.ADMINISTRATOR})
public final class LinkQuestionsResource {
  static final String PATH = "steward/links";
  private static final int OK = 200;
  private static final int SHOWN = 20;
  private static final Map<String, String> DONE =
      Map.of("same", "links.done-same", "different", "links.done-different", "late", "links.late");

  private final Store store;
  private final Supplier<MetadataValidator> validator;
  private final Function<String, Optional<String>> publishers;
  private final BiFunction<String, Language, Text> titles;
  private final Answers answers;

  /**
   * @param validator of the policy that is in force
   * @param publishers the organisation of a dataset
   * @param titles the title of a dataset
   */
  public LinkQuestionsResource(
      Store store,
      Supplier<MetadataValidator> validator,
      Function<String, Optional<String>> publishers,
      BiFunction<String, Language, Text> titles,
      Answers answers) {
    this.store = store;
    this.validator = validator;
    this.publishers = publishers;
    this.titles = titles;
    this.answers = answers;
  }

  private LinksDataset links() {
    return new LinksDataset(store, validator.get(), Clock.system(Messages.CITY));
  }

  @GET
  public Response list(
      @Context ContainerRequestContext request, @QueryParam("done") @DefaultValue("") String done) {
    SignedIn signedIn = SignedIn.of(request);
    Language language = Asked.of(request).language();
    List<Question> own = own(signedIn, links().questions());
    Map<String, Text> known = new HashMap<>();
    Function<String, Text> title =
        dataset -> known.computeIfAbsent(dataset, id -> titles.apply(id, language));
    List<LinkQuestionsView.Asked> asked =
        own.stream().limit(SHOWN).map(question -> asked(question, title, language)).toList();
    return answers
        .once(
            request,
            OK,
            new LinkQuestionsView(
                signedIn.who(), own.size(), asked, Optional.ofNullable(DONE.get(done))))
        .build();
  }

  /** Of whose dataset one of the things is. */
  private List<Question> own(SignedIn signedIn, List<Question> questions) {
    Map<String, Boolean> owned = new HashMap<>();
    Function<String, Boolean> isOwn =
        dataset ->
            owned.computeIfAbsent(
                dataset, id -> publishers.apply(id).filter(signedIn::mayPrepareFor).isPresent());
    return questions.stream()
        .filter(
            question ->
                isOwn.apply(question.from().dataset())
                    || question.candidates().stream()
                        .anyMatch(candidate -> isOwn.apply(candidate.to().dataset())))
        .toList();
  }

  private static LinkQuestionsView.Asked asked(
      Question question, Function<String, Text> title, Language language) {
    Messages messages = Messages.in(language);
    return new LinkQuestionsView.Asked(
        thing(question.from(), title),
        question.candidates().stream()
            .map(
                candidate ->
                    new LinkQuestionsView.Candidate(
                        thing(candidate.to(), title),
                        (int) Math.round(100 * candidate.confidence()),
                        candidate.method().label(language.locale()),
                        candidate.metres().isEmpty()
                            ? ""
                            : messages.number(Math.round(candidate.metres().getAsDouble()))))
            .toList());
  }

  private static LinkQuestionsView.Thing thing(Link.End end, Function<String, Text> title) {
    return new LinkQuestionsView.Thing(end.iri(), end.label(), title.apply(end.dataset()));
  }

  /** Takes an answer to a question that still stands; one after the other. */
  @POST
  @Consumes(FormBody.CONTENT_TYPE)
  public synchronized Response answer(@Context ContainerRequestContext request, InputStream body) {
    SignedIn signedIn = SignedIn.of(request);
    FormBody form = FormBody.read(body, PATH);
    boolean same = form.get("same").equals("yes");
    LinksDataset links = links();
    Optional<Link> asked =
        own(signedIn, links.questions()).stream()
            .flatMap(question -> question.candidates().stream())
            .filter(candidate -> candidate.from().iri().equals(form.get("from")))
            .filter(candidate -> candidate.to().iri().equals(form.get("to")))
            .findFirst();
    if (asked.isEmpty() || !(same || form.get("same").equals("no"))) {
      return to(request, "late");
    }
    links.answer(
        new Answer(
            asked.get().from().iri(),
            asked.get().to().iri(),
            same,
            Instant.now().truncatedTo(ChronoUnit.SECONDS)),
        new LoadOptions(false, "steward " + signedIn.account().id()));
    return to(request, same ? "same" : "different");
  }

  private static Response to(ContainerRequestContext request, String done) {
    return Response.seeOther(URI.create(Asked.of(request).prefix() + PATH + "?done=" + done))
        .build();
  }
}
