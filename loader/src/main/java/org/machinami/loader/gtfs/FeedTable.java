package org.machinami.loader.gtfs;

import java.util.List;
import java.util.Optional;

/**
 * A table of a feed.
 *
 * @param name of its file, without {@code .txt}
 * @param required whether a feed has to have it
 * @param key the columns that name a row, as {@code translations.txt} refers to it
 */
record FeedTable(String name, boolean required, List<String> key) {

  private static final List<FeedTable> ALL =
      List.of(
          new FeedTable("agency", true, List.of("agency_id")),
          new FeedTable("agency_jp", false, List.of("agency_id")),
          new FeedTable("stops", true, List.of("stop_id")),
          new FeedTable("routes", true, List.of("route_id")),
          new FeedTable("routes_jp", false, List.of("route_id")),
          new FeedTable("pattern_jp", false, List.of("jp_pattern_id")),
          new FeedTable("trips", true, List.of("trip_id")),
          new FeedTable("office_jp", false, List.of("office_id")),
          new FeedTable("stop_times", true, List.of("trip_id", "stop_sequence")),
          new FeedTable("calendar", false, List.of("service_id")),
          new FeedTable("calendar_dates", false, List.of("service_id", "date")),
          new FeedTable("fare_attributes", false, List.of("fare_id")),
          new FeedTable("fare_rules", false, List.of()),
          new FeedTable("shapes", false, List.of("shape_id", "shape_pt_sequence")),
          new FeedTable("frequencies", false, List.of("trip_id", "start_time")),
          new FeedTable("transfers", false, List.of("from_stop_id", "to_stop_id")),
          new FeedTable("pathways", false, List.of("pathway_id")),
          new FeedTable("levels", false, List.of("level_id")),
          new FeedTable("feed_info", false, List.of()),
          new FeedTable("translations", false, List.of()),
          new FeedTable("attributions", false, List.of("attribution_id")));

  FeedTable {
    key = List.copyOf(key);
  }

  /** The table of that name, with or without {@code .txt}. */
  static Optional<FeedTable> find(String name) {
    String plain = name.endsWith(".txt") ? name.substring(0, name.length() - 4) : name;
    return ALL.stream().filter(table -> table.name.equals(plain)).findFirst();
  }

  /** Names of all. */
  static List<String> names() {
    return ALL.stream().map(FeedTable::name).toList();
  }

  /** The names of those that every feed has. */
  static List<String> needed() {
    return ALL.stream().filter(table -> table.required).map(FeedTable::name).toList();
  }

  String file() {
    return name + ".txt";
  }
}
