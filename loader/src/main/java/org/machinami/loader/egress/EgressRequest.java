package org.machinami.loader.egress;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a program asks another.
 *
 * @param method GET, HEAD or POST
 * @param headers by their names
 * @param body empty for none
 */
public record EgressRequest(
    String method, String address, Map<String, String> headers, String body) {
  public EgressRequest {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(body, "body");
    headers = Map.copyOf(headers);
    if (!Set.of("GET", "HEAD", "POST").contains(method)) {
      throw new IllegalArgumentException("method: " + method);
    }
  }

  /** Headers and body may hold secrets. */
  @Override
  public String toString() {
    return "EgressRequest[" + method + " " + address + "]";
  }
}
