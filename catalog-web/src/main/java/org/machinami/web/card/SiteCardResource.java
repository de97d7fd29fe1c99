package org.machinami.web.card;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.home.HomeViews;
import org.machinami.web.home.Skyline;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.page.Answers;
import org.machinami.web.page.SearchVersion;
import org.machinami.web.problem.Problem;

/** {@code /card.png}: the share card of the site, for all pages that have none of their own. */
@Path("card.png")
public final class SiteCardResource {
  private final SearchVersion version;
  private final HomeViews home;
  private final ShareCards cards;
  private final Answers answers;

  public SiteCardResource(
      Store store, SearchIndex search, HomeViews home, ShareCards cards, Answers answers) {
    this.version = new SearchVersion(store, search);
    this.home = home;
    this.cards = cards;
    this.answers = answers;
  }

  @GET
  public Response card(@Context ContainerRequestContext request) {
    CardDrawing drawing = cards.drawing().orElseThrow(() -> Problem.notFound("card.png"));
    return answers.document(
        request,
        version.of("card " + home.day()),
        "image/png",
        language -> drawing.png(card(language)));
  }

  /** With the lights on where something was updated lately, as on the front page. */
  private Card card(Language language) {
    Messages m = Messages.in(language);
    Skyline skyline = home.skyline(language);
    return new Card(
        language.tag(),
        m.text("site.title"),
        m.text("home.heading"),
        "",
        skyline,
        skyline.buildings().stream()
            .filter(building -> building.updated() > 0)
            .map(building -> building.field().id())
            .collect(Collectors.toSet()));
  }
}
