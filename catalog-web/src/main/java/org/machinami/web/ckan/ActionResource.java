package org.machinami.web.ckan;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;

/** {@code /api/3/action/{name}}: one action, with CKAN's envelope around what it says. */
@Path("api")
public final class ActionResource {
  private static final String TYPE = "application/json;charset=utf-8";

  private final String base;
  private final Map<String, Action> actions;
  private final JsonFactory factory =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  ActionResource(String base, Map<String, Action> actions) {
    this.base = base;
    this.actions = Map.copyOf(actions);
  }

  /** Which version of the API this is; clients ask before they begin. */
  @GET
  @Path("{version: 3|action/version}")
  public Response version() {
    return headers(Response.ok("{\"version\": 3}", TYPE)).build();
  }

  @GET
  @Path("{version: (?:3/)?}action/{name: [^/]+}")
  public Response get(@Context ContainerRequestContext request, @PathParam("name") String name) {
    return answer(
        request, name, () -> ParametersReader.read(request.getUriInfo().getQueryParameters()));
  }

  @POST
  @Path("{version: (?:3/)?}action/{name: [^/]+}")
  public Response post(
      @Context ContainerRequestContext request, @PathParam("name") String name, InputStream body) {
    String type = request.getHeaderString("Content-Type");
    return answer(
        request,
        name,
        () ->
            ParametersReader.read(
                body,
                type == null ? "" : type,
                ParametersReader.read(request.getUriInfo().getQueryParameters())));
  }

  /** A browser asks before it sends JSON from a page of another site. */
  @OPTIONS
  @Path("{version: (?:3/)?}action/{name: [^/]+}")
  public Response options() {
    return headers(Response.noContent())
        .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .header("Access-Control-Allow-Headers", "Content-Type, Authorization, X-CKAN-API-KEY")
        .header("Access-Control-Max-Age", "86400")
        .build();
  }

  private Response answer(
      ContainerRequestContext request, String name, Supplier<Parameters> parameters) {
    Language language = Asked.of(request).language();
    try {
      Action action = actions.get(name);
      if (action == null) {
        throw Actions.unknown(name);
      }
      Action.Result result = action.run(parameters.get(), language);
      StreamingOutput output =
          out -> {
            try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
              json.writeStartObject();
              json.writeStringField("help", help(name));
              json.writeBooleanField("success", true);
              json.writeFieldName("result");
              result.write(json);
              json.writeEndObject();
            }
          };
      return headers(Response.ok(output, TYPE)).language(language.locale()).build();
    } catch (CkanError error) {
      return failure(name, error);
    }
  }

  private Response failure(String name, CkanError error) {
    if (error.isPlain()) {
      String text = JsonNodeFactory.instance.textNode(error.getMessage()).toString();
      return headers(Response.status(error.status()).entity(text).type(TYPE)).build();
    }
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("help", help(name)).put("success", false).set("error", error.json());
    Response.ResponseBuilder response =
        headers(Response.status(error.status()).entity(envelope.toString()).type(TYPE));
    return error.status() == 429 ? response.header("Retry-After", 5).build() : response.build();
  }

  private String help(String name) {
    return base + "api/3/action/help_show?name=" + org.machinami.ontology.Iris.encode(name);
  }

  private static Response.ResponseBuilder headers(Response.ResponseBuilder response) {
    return response
        .header("Access-Control-Allow-Origin", "*")
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-cache");
  }
}
