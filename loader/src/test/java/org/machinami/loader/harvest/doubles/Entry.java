package org.machinami.loader.harvest.doubles;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A dataset of a double.
 *
 * @param licence an id of CKAN such as cc-by; empty for none
 * @param files addresses
 * @param extras of CKAN
 */
public record Entry(
    String id,
    String title,
    String description,
    String body,
    String licence,
    List<String> files,
    Instant modified,
    Map<String, String> extras) {
  public Entry {
    files = List.copyOf(files);
    extras = Map.copyOf(extras);
  }

  public Entry titled(String other, Instant when) {
    return new Entry(id, other, description, body, licence, files, when, extras);
  }

  public Entry licensed(String other, Instant when) {
    return new Entry(id, title, description, body, other, files, when, extras);
  }

  public Entry described(String other, Instant when) {
    return new Entry(id, title, other, body, licence, files, when, extras);
  }

  public Entry filed(List<String> others, Instant when) {
    return new Entry(id, title, description, body, licence, others, when, extras);
  }
}
