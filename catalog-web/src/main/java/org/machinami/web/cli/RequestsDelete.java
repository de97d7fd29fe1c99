package org.machinami.web.cli;

import java.util.Map;
import org.machinami.store.Store;
import org.machinami.web.request.RequestRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code requests delete}: takes a request away with all that is known of it. */
@Command(name = "delete")
final class RequestsDelete extends RequestsVerb {
  @Parameters(paramLabel = "ID", descriptionKey = "requests.id")
  private String id;

  RequestsDelete(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store, RequestRecords requests) {
    if (!requests.delete(id)) {
      throw noSuch(id);
    }
    if (json()) {
      console().json(Map.of("deleted", id));
    } else {
      console().result(session().texts().of("requests.deleted", id));
    }
    return ExitCode.DONE;
  }
}
