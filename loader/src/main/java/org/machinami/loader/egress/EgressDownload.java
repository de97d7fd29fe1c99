package org.machinami.loader.egress;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server answered to a request for a document.
 *
 * @param address where it was in the end
 * @param status as answered; redirects were followed
 * @param headers by their names in lower case, the last of several; of links all
 * @param file that holds the body, unpacked; empty unless the status is 200 and it was asked for.
 *     The caller deletes it
 */
public record EgressDownload(
    URI address, int status, Map<String, String> headers, Optional<Path> file) {

  public EgressDownload {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(file, "file");
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The type as declared, without parameters, in lower case; empty when none was. */
  public String mediaType() {
    String type = header("content-type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
