package org.machinami.web.cli;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.machinami.store.Store;
import org.machinami.web.request.DataRequest;
import org.machinami.web.request.RequestEvent;
import org.machinami.web.request.RequestRecords;
import org.machinami.web.request.RequestState;
import org.machinami.web.server.Catalogue;

/** A verb on requests for data. */
abstract class RequestsVerb extends DataVerb {
  RequestsVerb(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  final int run(Store store) {
    // The server's own, so that its pages learn of a change.
    Optional<Catalogue> running = session().catalogue();
    return running.isPresent()
        ? run(store, running.get().requests())
        : withRecords(records -> run(store, new RequestRecords(records, Clock.systemUTC())));
  }

  /** Does the work; the exit code. */
  abstract int run(Store store, RequestRecords requests);

  final WrongUse noSuch(String id) {
    return new WrongUse(session().texts().of("error.no-such-request", id, data()));
  }

  /** The state that is meant. */
  final RequestState state(String id) {
    return RequestState.find(id)
        .orElseThrow(
            () ->
                new WrongUse(
                    session()
                        .texts()
                        .of(
                            "error.no-such-state",
                            id,
                            Arrays.stream(RequestState.values())
                                .map(RequestState::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** All that the operator may know of a request. */
  static Map<String, Object> fields(DataRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", request.id());
    fields.put("state", request.state().id());
    fields.put("created", request.created().toString());
    fields.put("supporters", request.supporters());
    fields.put("language", request.language());
    fields.put("wanted", request.wanted());
    fields.put("purpose", request.purpose());
    fields.put("field", request.field());
    fields.put("municipality", request.municipality());
    fields.put("about", request.about());
    fields.put("contact", request.contact());
    return fields;
  }

  static Map<String, Object> fields(RequestEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("at", event.at().toString());
    fields.put("state", event.state().id());
    fields.put("reason-ja", event.reasonJa());
    fields.put("reason-en", event.reasonEn());
    fields.put("dataset", event.dataset());
    return fields;
  }

  /** Without the line breaks and controls that would disturb a terminal. */
  static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
