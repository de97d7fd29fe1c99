package org.machinami.web.glossary;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.contents.ContentsIndex;
import org.machinami.web.page.Answers;
import org.machinami.web.page.SearchVersion;
import org.machinami.web.rdf.Labels;

/** {@code /glossary}: what the columns mean. */
@Path("glossary")
public final class GlossaryResource {
  private final ContentsIndex contents;
  private final SearchVersion version;
  private final GlossaryViews views;
  private final Answers answers;
  private volatile Usage last;

  public GlossaryResource(
      Store store, SearchIndex search, ContentsIndex contents, Labels labels, Answers answers) {
    this.contents = contents;
    this.version = new SearchVersion(store, search);
    this.views = new GlossaryViews(search, labels, store.base());
    this.answers = answers;
    this.last = new Usage(contents.state());
  }

  @GET
  public Response glossary(@Context ContainerRequestContext request) {
    Usage usage = usage();
    return answers.answer(
        request, version.of("glossary " + usage.applied()), language -> views.of(usage, language));
  }

  /** Counted once for each state of the contents. */
  private Usage usage() {
    ContentsIndex.State state = contents.state();
    Usage known = last;
    if (known.applied() != state.applied()) {
      known = new Usage(state);
      last = known;
    }
    return known;
  }
}
