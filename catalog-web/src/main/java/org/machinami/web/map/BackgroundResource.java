package org.machinami.web.map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.machinami.store.ledger.Hash;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;

/** {@code /map/background.geojson}: what maps have below their data. */
@Path("map/background.geojson")
public final class BackgroundResource {
  private final Background background;
  private final Answers answers;

  BackgroundResource(Background background, Answers answers) {
    this.background = background;
    this.answers = answers;
  }

  @GET
  public Response background(@Context ContainerRequestContext request) {
    List<Background.Source> sources = background.sources();
    byte[][] names =
        sources.stream()
            .map(s -> (s.version().hex() + s.table().type()).getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    return answers.document(
        request,
        new Version(Hash.of(names).hex().substring(0, 24), Optional.empty()),
        "application/geo+json",
        language -> background.json(sources, language));
  }
}
