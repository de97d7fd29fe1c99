package org.machinami.web.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What has become of a request. */
public enum RequestState {
  /** Not looked at yet; its words are shown to nobody but the operator. */
  WAITING("waiting", "request.state.waiting"),
  RECEIVED("received", "request.state.received"),
  IN_REVIEW("in-review", "request.state.in-review"),
  ACCEPTED("accepted", "request.state.accepted"),
  /** Will not be done; the operator says why. */
  DECLINED("declined", "request.state.declined"),
  /** There is a dataset. */
  FULFILLED("fulfilled", "request.state.fulfilled"),
  /** Not let in, or taken away again. */
  HIDDEN("hidden", "request.state.hidden");

  /** Those in which everybody sees the request, in their order. */
  public static final List<RequestState> SHOWN =
      List.of(RECEIVED, IN_REVIEW, ACCEPTED, DECLINED, FULFILLED);

  private final String id;
  private final String key;

  RequestState(String id, String key) {
    this.id = id;
    this.key = key;
  }

  /** As it stands in addresses, records and on the command line. */
  public String id() {
    return id;
  }

  /** The message that names it. */
  public String key() {
    return key;
  }

  public boolean isShown() {
    return SHOWN.contains(this);
  }

  /** Whether one may still say that one needs it, too. */
  public boolean isOpen() {
    return this == RECEIVED || this == IN_REVIEW || this == ACCEPTED;
  }

  public static Optional<RequestState> find(String id) {
    return Arrays.stream(values()).filter(state -> state.id.equals(id)).findFirst();
  }
}
