package org.machinami.web.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.web.request.DataRequest;
import org.machinami.web.request.RequestFilter;
import org.machinami.web.request.RequestRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code requests list}: a line for each, the latest changed first. */
@Command(name = "list")
final class RequestsList extends RequestsVerb {
  @Option(names = "--state", paramLabel = "STATE", descriptionKey = "requests.state")
  private String state;

  RequestsList(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store, RequestRecords requests) {
    List<DataRequest> found =
        requests.list(
            RequestFilter.all(Optional.ofNullable(state).map(this::state)), 0, RequestRecords.MOST);
    if (json()) {
      console().json(Map.of("requests", found.stream().map(RequestsVerb::fields).toList()));
      return ExitCode.DONE;
    }
    if (found.isEmpty()) {
      console().note("requests.none");
    }
    for (DataRequest request : found) {
      console()
          .result(
              "%s  %-9s  %s  %4d  %s"
                  .formatted(
                      request.id(),
                      request.state().id(),
                      request.last().at().toString().substring(0, 10),
                      request.supporters(),
                      plain(request.wanted())));
    }
    return ExitCode.DONE;
  }
}
