package org.machinami.web.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machinami.store.Store;
import org.machinami.web.request.DataRequest;
import org.machinami.web.request.RequestEvent;
import org.machinami.web.request.RequestRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code requests show}: all of one, its contact included. */
@Command(name = "show")
final class RequestsShow extends RequestsVerb {
  @Parameters(paramLabel = "ID", descriptionKey = "requests.id")
  private String id;

  RequestsShow(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store, RequestRecords requests) {
    DataRequest request = requests.find(id).orElseThrow(() -> noSuch(id));
    List<RequestEvent> events = requests.events(id);
    Map<String, Object> fields = new LinkedHashMap<>(fields(request));
    if (json()) {
      fields.put("states", events.stream().map(RequestsVerb::fields).toList());
      console().json(fields);
      return ExitCode.DONE;
    }
    fields.forEach((name, value) -> line(name, value.toString()));
    for (RequestEvent event : events) {
      line("", "");
      fields(event).forEach((name, value) -> line(name, value.toString()));
    }
    return ExitCode.DONE;
  }

  private void line(String name, String value) {
    if (!value.isEmpty()) {
      String indented = value.lines().map(RequestsVerb::plain).reduce("", RequestsShow::join);
      console().result("%-12s  %s".formatted(name, indented).stripTrailing());
    } else if (name.isEmpty()) {
      console().result("");
    }
  }

  private static String join(String before, String line) {
    return before.isEmpty() ? line : before + System.lineSeparator() + " ".repeat(14) + line;
  }
}
