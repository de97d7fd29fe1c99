package org.machinami.web.asset;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.machinami.web.problem.Problem;

/** {@code /assets/{version}/{name}} and {@code /favicon.ico}. */
@Path("/")
public final class AssetResource {
  private final Assets assets;

  public AssetResource(Assets assets) {
    this.assets = assets;
  }

  @GET
  @Path("assets/{version}/{name}")
  public Response asset(@PathParam("version") String version, @PathParam("name") String name) {
    Assets.Asset asset =
        assets.find(name).orElseThrow(() -> Problem.notFound("assets/" + version + "/" + name));
    // An address with another version shows today's file and is not kept.
    String keep =
        version.equals(assets.version()) ? "public, max-age=31536000, immutable" : "no-cache";
    return Response.ok(asset.bytes(), asset.contentType()).header("Cache-Control", keep).build();
  }

  @GET
  @Path("favicon.ico")
  public Response favicon() {
    Assets.Asset asset = assets.find("logo.svg").orElseThrow();
    return Response.ok(asset.bytes(), asset.contentType())
        .header("Cache-Control", "public, max-age=86400")
        .build();
  }
}
