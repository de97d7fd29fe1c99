package org.machinami.web.download;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;

/** {@code /datasets/{id}/croissant.json}: a dataset for machine learning. */
@Path("datasets/{id}/croissant.json")
public final class CroissantResource {
  private final DatasetReader reader;
  private final Croissant croissant;

  CroissantResource(DatasetReader reader, Croissant croissant) {
    this.reader = reader;
    this.croissant = croissant;
  }

  @GET
  public Response croissant(@Context ContainerRequestContext request, @PathParam("id") String id) {
    DatasetState state = reader.require(id);
    Language language = Asked.of(request).language();
    EntityTag tag = new EntityTag(state.version().tag() + "-croissant-" + language.tag(), true);
    Response.ResponseBuilder response = request.getRequest().evaluatePreconditions(tag);
    if (response == null) {
      byte[] json =
          croissant
              .of(state, reader.describe(state), language)
              .toPrettyString()
              .getBytes(StandardCharsets.UTF_8);
      response = Response.ok(json, "application/ld+json");
    }
    return response
        .tag(tag)
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
