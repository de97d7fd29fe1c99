package org.machinami.web.ckan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.machinami.store.search.IriUuid;
import org.machinami.store.search.Literal;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;

/** How CKAN writes names, ids and times. */
final class Names {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern OURS = Pattern.compile("[a-z0-9_-]{2,100}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private Names() {}

  static boolean isUuid(String id) {
    return UUID.matcher(id.toLowerCase(Locale.ROOT)).matches();
  }

  /** UTC, without saying so. */
  static String time(Instant time) {
    return TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  /** The name of a body: its id here where CKAN allows that, else one that follows from its IRI. */
  static String body(String id) {
    return OURS.matcher(id).matches() ? id : "body-" + IriUuid.of(id).substring(0, 8);
  }

  /** "csv" as "CSV". */
  static String format(String name) {
    return name.equals("geojson") ? "GeoJSON" : name.toUpperCase(Locale.ROOT);
  }

  static Optional<String> best(List<Literal> literals, Language language) {
    List<Text> texts = literals.stream().map(l -> new Text(l.value(), l.tag())).toList();
    return Text.choose(texts, language).map(Text::value);
  }
}
