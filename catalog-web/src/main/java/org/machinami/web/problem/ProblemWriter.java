package org.machinami.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.web.asset.Assets;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Frame;
import org.machinami.web.page.Templates;

/** A {@link Problem} as a page for browsers and as problem+json for everybody else. */
public final class ProblemWriter implements ContainerResponseFilter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final Templates templates;
  private final Assets assets;

  public ProblemWriter(String base, Templates templates, Assets assets) {
    this.base = base;
    this.templates = templates;
    this.assets = assets;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Problem problem)) {
      return;
    }
    Asked asked = Asked.of(request);
    Messages messages = Messages.in(asked.language());
    ProblemView view = view(problem, asked, messages);
    boolean page = asked.prefersPage();
    byte[] bytes =
        page
            ? templates.render(
                "problem.jte",
                new Frame(asked, messages, base, assets.version(), view.title(), "", List.of()),
                view)
            : json(view);
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, messages.language().tag());
    headers.putSingle(HttpHeaders.VARY, "Accept, Accept-Language");
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
    response.setEntity(
        bytes,
        new java.lang.annotation.Annotation[0],
        page
            ? MediaType.valueOf("text/html;charset=utf-8")
            : MediaType.valueOf("application/problem+json"));
  }

  private ProblemView view(Problem problem, Asked asked, Messages messages) {
    String about = problem.about().isEmpty() ? "/" + asked.requestPath() : problem.about();
    String key = "problem." + problem.kind().id();
    Object[] values = problem.detailValues().stream().map(v -> "".equals(v) ? about : v).toArray();
    return new ProblemView(
        problem.kind().id(),
        problem.kind().status(),
        messages.text(key + ".title"),
        messages.text(problem.detailKey(), values),
        messages.text(key + ".next"),
        about);
  }

  private byte[] json(ProblemView view) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", base + "problems/" + view.kind());
    document.put("title", view.title());
    document.put("status", view.status());
    document.put("detail", view.detail() + " " + view.next());
    document.put("instance", view.about());
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings and numbers are always JSON", e);
    }
  }
}
