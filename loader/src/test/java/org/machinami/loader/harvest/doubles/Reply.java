package org.machinami.loader.harvest.doubles;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer of a double.
 *
 * @param cut the line breaks in the middle of the body
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Reply(int status, Map<String, String> headers, byte[] body, boolean cut) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply of(int status, String type, String text) {
    return new Reply(
        status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8), false);
  }

  public static Reply status(int status) {
    return of(status, "text/plain", "");
  }

  public static Reply json(String text) {
    return of(200, "application/json;charset=utf-8", text);
  }

  /** What a proxy shows when the portal behind it is down. */
  public static Reply errorPage() {
    return of(200, "text/html", "<!doctype html><title>Sorry</title><p>We will be back soon.</p>");
  }

  public static Reply redirect(String to) {
    return new Reply(302, Map.of("Location", to), new byte[0], false);
  }

  public Reply cutOff() {
    return new Reply(status, headers, body, true);
  }

  public Reply with(String header, String value) {
    Map<String, String> more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, cut);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
