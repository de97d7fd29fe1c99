package org.machinami.web.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * How the ledger is read by programs.
 *
 * @param json the same for these
 */
public record LedgerView(ObjectNode json) implements View {
  public LedgerView {
    Objects.requireNonNull(json, "json");
  }

  /** A name and what stands under it. */
  public record Entry(String name, String value) {}

  /** All members of the document, in their order. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    json.properties().forEach(m -> entries.add(new Entry(m.getKey(), m.getValue().asText())));
    return entries;
  }

  @Override
  public String template() {
    return "ledger.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("ledger.title");
  }

  @Override
  public String section() {
    return "catalog";
  }

  @Override
  public Graph description() {
    return GraphFactory.createDefaultGraph();
  }

  @Override
  public List<Representation> representations() {
    return Representation.OF_RECORDS;
  }

  @Override
  public byte[] write(Representation representation, Messages messages) {
    return LedgerResource.bytes(json);
  }
}
