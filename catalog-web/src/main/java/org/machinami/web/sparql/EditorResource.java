package org.machinami.web.sparql;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.client.HttpClient;
import org.machinami.web.asset.Assets;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Frame;
import org.machinami.web.page.Templates;

/**
 * {@code /sparql} for people: the editor with examples, and a plain form where no script runs.
 * Programs are answered by {@link SparqlFront} before a request comes here.
 */
@Path("sparql")
public final class EditorResource {
  /** The page's own script and styles, pictures and fonts inside the styles, queries to itself. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final String base;
  private final Templates templates;
  private final Assets assets;
  private final List<ExampleQuery> examples;
  private final FormAnswers answers;

  /**
   * @param base canonical base IRI, ends in "/"
   * @param client for these queries; started and stopped by the caller
   */
  public EditorResource(
      String base, Templates templates, Assets assets, QueryAddress address, HttpClient client) {
    this.base = base;
    this.templates = templates;
    this.assets = assets;
    this.examples = ExampleQueries.read();
    this.answers = new FormAnswers(address, client);
  }

  @GET
  public Response editor(
      @Context ContainerRequestContext request,
      @QueryParam("query") String query,
      @QueryParam("view") String view) {
    Asked asked = Asked.of(request);
    Messages messages = Messages.in(asked.language());
    String text =
        Optional.ofNullable(query).orElseGet(() -> examples.get(0).text()).replace("\r\n", "\n");
    Optional<EditorView.Outcome> outcome =
        Objects.equals(view, "table") && !text.isBlank()
            ? Optional.of(answers.answer(text, asked.language()))
            : Optional.empty();
    Frame frame =
        new Frame(
            asked,
            messages,
            base,
            assets.version(),
            messages.text("sparql.title"),
            "sparql",
            List.of());
    byte[] page = templates.render("sparql.jte", frame, new EditorView(text, examples, outcome));
    return Response.ok(page, "text/html;charset=utf-8")
        .language(asked.language().locale())
        .header(HttpHeaders.VARY, "Accept, Accept-Language")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("Content-Security-Policy", POLICY)
        .build();
  }
}
