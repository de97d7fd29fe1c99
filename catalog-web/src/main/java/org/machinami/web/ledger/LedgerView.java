package org.machinami.web.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("format", "ledger.member-format"),
          Map.entry("base", "ledger.member-base"),
          Map.entry("head", "ledger.member-head"),
          Map.entry("hash", "ledger.member-hash"),
          Map.entry("genesis", "ledger.member-genesis"),
          Map.entry("commits", "ledger.member-commits"),
          Map.entry("graph", "ledger.member-graph"),
          Map.entry("file", "ledger.member-file"),
          Map.entry("blob", "ledger.member-blob"),
          Map.entry("checkpoint", "ledger.member-checkpoint"),
          Map.entry("key", "ledger.member-key"));

  public LedgerView {
    Objects.requireNonNull(json, "json");
  }

  /**
   * A name and what stands under it.
   *
   * @param meaning message that says what it is; a test asks for the page of a ledger
   */
  public record Entry(String name, String meaning, String value) {}

  /** All members of the document, in their order. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      String name = member.getKey();
      entries.add(new Entry(name, MEANINGS.get(name), member.getValue().asText()));
    }
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
