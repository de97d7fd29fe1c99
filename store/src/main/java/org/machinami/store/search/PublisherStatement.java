package org.machinami.store.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one description says of a publisher, or of a body that a publisher belongs to.
 *
 * @param id as the values of {@link Facet#PUBLISHER}
 * @param parent the body that it is a part of
 */
record PublisherStatement(String id, Optional<String> parent, List<Literal> names) {
  private static final String SEPARATOR = "\u001F";
  private static final int MOST_NAMES = 10;
  private static final int LONGEST_NAME = 300;

  PublisherStatement {
    names = names.stream().limit(MOST_NAMES).map(n -> n.shortened(LONGEST_NAME)).toList();
  }

  /** As one value of a document. */
  String encoded() {
    List<String> parts = new ArrayList<>(List.of(id, parent.orElse("")));
    names.forEach(name -> parts.add(name.tag() + "|" + name.value()));
    return parts.stream()
        .map(part -> part.replace(SEPARATOR, " "))
        .collect(Collectors.joining(SEPARATOR));
  }

  static PublisherStatement decode(String encoded) {
    String[] parts = encoded.split(SEPARATOR, -1);
    List<Literal> names = new ArrayList<>();
    for (int i = 2; i < parts.length; i++) {
      int bar = parts[i].indexOf('|');
      names.add(new Literal(parts[i].substring(bar + 1), parts[i].substring(0, bar)));
    }
    return new PublisherStatement(
        parts[0], Optional.of(parts[1]).filter(parent -> !parent.isEmpty()), names);
  }
}
