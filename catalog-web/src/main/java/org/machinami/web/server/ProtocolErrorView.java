package org.machinami.web.server;

import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;

/**
 * Why a request did not reach a resource.
 *
 * @param status of the answer
 * @param languages in which it is told: one, or all where it is not known which is read
 */
public record ProtocolErrorView(int status, List<Messages> languages) {
  public ProtocolErrorView {
    languages = List.copyOf(languages);
  }

  static ProtocolErrorView in(int status, List<Language> languages) {
    return new ProtocolErrorView(status, languages.stream().map(Messages::in).toList());
  }

  public String title(Messages m) {
    return m.text("protocol." + kind() + ".title");
  }

  /** What happened, and what to do. */
  public String detail(Messages m) {
    return m.text("protocol." + kind() + ".detail");
  }

  private String kind() {
    return switch (status) {
      case HttpStatus.BAD_REQUEST_400 -> "bad-request";
      case HttpStatus.NOT_FOUND_404 -> "not-found";
      case HttpStatus.URI_TOO_LONG_414 -> "address-too-long";
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "headers-too-large";
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> "busy";
      default -> "other";
    };
  }
}
