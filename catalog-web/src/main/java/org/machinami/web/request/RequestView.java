package org.machinami.web.request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.Head;
import org.machinami.web.page.View;

/**
 * A request.
 *
 * @param card empty while the request waits: then nobody sees what it says
 * @param steps the states that it has gone through since it is shown, the first one first
 * @param open whether one may say that one needs it, too
 * @param said key of the message about what the reader has just done
 */
public record RequestView(
    String id,
    Optional<RequestCard> card,
    List<RequestCard.Step> steps,
    boolean open,
    Optional<String> said,
    RequestExport export)
    implements View {
  public RequestView {
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(said, "said");
    Objects.requireNonNull(export, "export");
    steps = List.copyOf(steps);
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "request.jte";
  }

  @Override
  public String title(Messages messages) {
    return card.map(shown -> shown.wanted().value())
        .orElseGet(() -> messages.text("request.waiting-title"));
  }

  @Override
  public String section() {
    return "requests";
  }

  @Override
  public Head head() {
    return new Head(
        card.map(shown -> shown.purpose().value()).orElse(""), Optional.empty(), Optional.empty());
  }

  @Override
  public List<Representation> representations() {
    return Representation.OF_RECORDS;
  }

  @Override
  public byte[] write(Representation representation, Messages messages) {
    return representation == Representation.JSON
        ? export.json(this)
        : View.super.write(representation, messages);
  }
}
