package org.machinami.web.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.web.feed.AtomEntry;
import org.machinami.web.feed.AtomFeed;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * Requests as JSON and as a feed. A contact is in neither.
 *
 * @param requests those of the page, in their order
 */
record RequestExport(String base, List<DataRequest> requests) {
  private static final ObjectMapper JSON = new ObjectMapper();

  RequestExport {
    requests = List.copyOf(requests);
  }

  /** A page of the list. */
  byte[] json(RequestListView view) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("total", view.total());
    document.put("page", view.page());
    document.put("pages", view.pages());
    document.put("requests", requests.stream().map(this::fields).toList());
    return bytes(document);
  }

  /** One request; of one that waits only that it does. */
  byte[] json(RequestView view) {
    return bytes(
        view.card().isPresent()
            ? fields(requests.get(0))
            : Map.of("id", view.id(), "state", RequestState.WAITING.id()));
  }

  private Map<String, Object> fields(DataRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", request.id());
    fields.put("page", base + "requests/" + request.id());
    fields.put("language", request.language());
    fields.put("wanted", request.wanted());
    fields.put("purpose", request.purpose());
    put(fields, "field", request.field());
    put(fields, "municipality", request.municipality());
    put(fields, "about", dataset(request.about()));
    fields.put("supporters", request.supporters());
    fields.put("created", request.created().toString());
    fields.put("state", request.state().id());
    fields.put("changed", request.last().at().toString());
    Map<String, Object> reason = new LinkedHashMap<>();
    put(reason, "ja", request.last().reasonJa());
    put(reason, "en", request.last().reasonEn());
    if (!reason.isEmpty()) {
      fields.put("reason", reason);
    }
    put(fields, "dataset", dataset(request.last().dataset()));
    return fields;
  }

  private String dataset(String id) {
    return id.isEmpty() ? "" : base + "datasets/" + id;
  }

  private static void put(Map<String, Object> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  private static byte[] bytes(Object document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings and numbers are always JSON", e);
    }
  }

  /** The same requests as entries; the title says what has become of each. */
  byte[] atom(List<RequestCard> cards, Messages m) {
    Language language = m.language();
    String pages = base + language.tag() + "/requests";
    List<AtomEntry> entries =
        cards.stream()
            .map(
                card ->
                    new AtomEntry(
                        base + "requests/" + card.id(),
                        m.text(
                            "requests.entry",
                            card.wanted().value(),
                            m.text(card.last().state().key())),
                        card.last().at(),
                        Optional.of(card.created()),
                        pages + "/" + card.id(),
                        "",
                        card.last().reason().map(Text::value).orElse(card.purpose().value()),
                        List.of(),
                        false))
            .toList();
    Instant updated =
        entries.stream().map(AtomEntry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    return new AtomFeed(
            pages + ".atom",
            language.tag(),
            m.text("requests.title"),
            pages,
            m.text("site.name"),
            updated,
            entries)
        .write();
  }
}
