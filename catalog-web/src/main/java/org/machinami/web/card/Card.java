package org.machinami.web.card;

import java.util.Objects;
import java.util.Set;
import org.machinami.web.home.Skyline;

/**
 * What a share card shows.
 *
 * @param locale BCP 47 tag of its words
 * @param publisher empty when it is not known
 * @param skyline of the whole catalogue
 * @param fields ids of the service fields whose buildings have their lights on
 */
record Card(
    String locale,
    String site,
    String title,
    String publisher,
    Skyline skyline,
    Set<String> fields) {
  Card {
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(skyline, "skyline");
    fields = Set.copyOf(fields);
  }
}
