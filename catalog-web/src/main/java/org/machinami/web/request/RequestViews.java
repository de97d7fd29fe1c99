package org.machinami.web.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.dataset.Cards;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/** From records to pages. */
final class RequestViews {
  private static final int PAGE_SIZE = 20;

  private final RequestRecords records;
  private final SearchIndex search;
  private final Cards cards;
  private final RequestChoices choices;
  private final SimilarFinder similar;
  private final String base;
  private final boolean moderated;

  RequestViews(
      RequestRecords records,
      SearchIndex search,
      Cards cards,
      RequestChoices choices,
      String base,
      boolean moderated) {
    this.records = records;
    this.search = search;
    this.cards = cards;
    this.choices = choices;
    this.similar = new SimilarFinder(records, search);
    this.base = base;
    this.moderated = moderated;
  }

  /** A page of the list; one behind the last is empty. */
  RequestListView list(RequestFilter filter, int page, Language language) {
    long total = records.count(filter);
    List<DataRequest> found = records.list(filter, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    return new RequestListView(
        found.stream().map(request -> card(request, language)).toList(),
        filter,
        total,
        page,
        (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE),
        List.of(
            new RequestListView.Choice("state", "request.state", states(filter, language)),
            new RequestListView.Choice(
                "field",
                "request.field",
                options(choices.fields(language), filter.field(), "request.any", language)),
            new RequestListView.Choice(
                "municipality",
                "request.municipality",
                options(
                    choices.municipalities(language),
                    filter.municipality(),
                    "request.any",
                    language))),
        moderated,
        new RequestExport(base, found));
  }

  private static List<RequestListView.Option> states(RequestFilter filter, Language language) {
    Messages m = Messages.in(language);
    List<RequestListView.Option> options = new ArrayList<>();
    options.add(any("request.any", filter.state().isEmpty(), language));
    for (RequestState state : RequestState.SHOWN) {
      options.add(
          new RequestListView.Option(
              state.id(),
              new Text(m.text(state.key()), language.tag()),
              filter.state().filter(state::equals).isPresent()));
    }
    return options;
  }

  private static List<RequestListView.Option> options(
      List<RequestChoices.Choice> choices, String chosen, String anyKey, Language language) {
    List<RequestListView.Option> options = new ArrayList<>();
    options.add(any(anyKey, chosen.isEmpty(), language));
    choices.forEach(
        choice ->
            options.add(
                new RequestListView.Option(
                    choice.id(), choice.name(), choice.id().equals(chosen))));
    return options;
  }

  private static RequestListView.Option any(String key, boolean chosen, Language language) {
    Text name = new Text(Messages.in(language).text(key), language.tag());
    return new RequestListView.Option("", name, chosen);
  }

  /**
   * The page of a request.
   *
   * @param said key of the message about what the reader has just done
   */
  RequestView of(DataRequest request, Optional<String> said, Language language) {
    boolean shown = request.state().isShown();
    return new RequestView(
        request.id(),
        shown ? Optional.of(card(request, language)) : Optional.empty(),
        shown
            ? records.events(request.id()).stream()
                .filter(event -> event.state().isShown())
                .map(event -> step(event, language))
                .toList()
            : List.of(),
        request.state().isOpen(),
        said,
        new RequestExport(base, List.of(request)));
  }

  /**
   * The form with what is in it.
   *
   * @param mistakes message keys by field
   * @param notice message key
   * @param found what is similar
   */
  RequestFormView form(
      RequestDraft draft,
      Map<String, String> mistakes,
      Optional<String> notice,
      SimilarFinder.Similar found,
      String token,
      Language language) {
    return new RequestFormView(
        draft,
        mistakes,
        notice,
        draft.about().isEmpty()
            ? Optional.empty()
            : Optional.of(dataset(draft.about(), language).text()),
        options(choices.fields(language), draft.field(), "request.none", language),
        options(choices.municipalities(language), draft.municipality(), "request.none", language),
        cards.of(found.datasets(), language),
        found.requests().stream().map(request -> card(request, language)).toList(),
        moderated,
        token);
  }

  SimilarFinder.Similar similar(RequestDraft draft) {
    return similar.to(draft);
  }

  private RequestCard card(DataRequest request, Language language) {
    List<Value> facts = new ArrayList<>();
    if (!request.field().isEmpty()) {
      facts.add(
          new Value(choices.field(request.field(), language), base + "themes/" + request.field()));
    }
    if (!request.municipality().isEmpty()) {
      facts.add(
          new Value(
              choices.municipality(request.municipality(), language),
              base + "coverage/" + request.municipality()));
    }
    if (!request.about().isEmpty()) {
      facts.add(dataset(request.about(), language));
    }
    return new RequestCard(
        request.id(),
        new Text(request.wanted(), request.language()),
        new Text(request.purpose(), request.language()),
        request.created(),
        request.supporters(),
        facts,
        step(request.last(), language));
  }

  private RequestCard.Step step(RequestEvent event, Language language) {
    List<Text> reasons = new ArrayList<>();
    if (!event.reasonJa().isEmpty()) {
      reasons.add(new Text(event.reasonJa(), Language.JA.tag()));
    }
    if (!event.reasonEn().isEmpty()) {
      reasons.add(new Text(event.reasonEn(), Language.EN.tag()));
    }
    return new RequestCard.Step(
        event.at(),
        event.state(),
        Text.choose(reasons, language),
        event.dataset().isEmpty()
            ? Optional.empty()
            : Optional.of(dataset(event.dataset(), language)));
  }

  private Value dataset(String id, Language language) {
    Text title =
        search.find(id).map(hit -> Cards.title(hit, language)).orElseGet(() -> new Text(id, "zxx"));
    return new Value(title, base + "datasets/" + id);
  }
}
