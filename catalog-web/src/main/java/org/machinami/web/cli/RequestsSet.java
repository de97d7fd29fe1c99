package org.machinami.web.cli;

import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.web.request.DataRequest;
import org.machinami.web.request.RequestRecords;
import org.machinami.web.request.RequestState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code requests set}: lets a request in, and says what becomes of it. */
@Command(name = "set")
final class RequestsSet extends RequestsVerb {
  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "requests.id")
  private String id;

  @Parameters(index = "1", paramLabel = "STATE", descriptionKey = "requests.state")
  private String state;

  @Option(names = "--reason-ja", paramLabel = "TEXT", descriptionKey = "requests.reason-ja")
  private String reasonJa = "";

  @Option(names = "--reason-en", paramLabel = "TEXT", descriptionKey = "requests.reason-en")
  private String reasonEn = "";

  @Option(names = "--dataset", paramLabel = "DATASET", descriptionKey = "requests.dataset")
  private String dataset = "";

  RequestsSet(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store, RequestRecords requests) {
    RequestState wanted = state(state);
    if (wanted == RequestState.DECLINED && (reasonJa.isBlank() || reasonEn.isBlank())) {
      throw new WrongUse(session().texts().of("error.declined-needs-reasons"));
    }
    if (wanted == RequestState.FULFILLED && !isDataset(store)) {
      throw new WrongUse(session().texts().of("error.fulfilled-needs-dataset", dataset));
    }
    if (wanted != RequestState.FULFILLED && !dataset.isEmpty()) {
      throw new WrongUse(session().texts().of("error.only-fulfilled-has-dataset"));
    }
    DataRequest request =
        requests
            .set(id, wanted, reasonJa.strip(), reasonEn.strip(), dataset)
            .orElseThrow(() -> noSuch(id));
    if (json()) {
      console().json(fields(request));
    } else {
      console()
          .result(session().texts().of("requests.set", id, wanted.id(), plain(request.wanted())));
    }
    return ExitCode.DONE;
  }

  private boolean isDataset(Store store) {
    return !dataset.isEmpty()
        && store.states().find(new NamedGraphs(store.base()).metadata(dataset)).isPresent();
  }
}
