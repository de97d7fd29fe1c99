package org.machinami.store.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;

/** From stored documents to hits. */
final class Hits {
  private Hits() {}

  /**
   * A hit.
   *
   * @param places where things are that a dataset only names
   */
  static Hit of(Document document, PlaceExtents places) {
    Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      String[] values = document.getValues(facet.parameter());
      if (values.length > 0) {
        facets.put(facet, List.of(values));
      }
    }
    return new Hit(
        document.get(Fields.ID),
        document.get(Fields.IRI),
        stored(document, Fields.TITLES),
        stored(document, Fields.DESCRIPTIONS),
        stored(document, Fields.PUBLISHER_NAMES),
        facets,
        date(document, Fields.MODIFIED),
        date(document, Fields.ISSUED),
        extents(document, places));
  }

  private static List<Box> extents(Document document, PlaceExtents places) {
    String[] own = document.getValues(Fields.BOX);
    return own.length > 0
        ? Arrays.stream(own).map(Hits::box).toList()
        : places.around(document.getValues(Fields.PLACES)).stream().toList();
  }

  static String text(Box box) {
    return box.west() + " " + box.south() + " " + box.east() + " " + box.north();
  }

  static Box box(String text) {
    double[] degrees = Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Box(degrees[0], degrees[1], degrees[2], degrees[3]);
  }

  static List<Literal> stored(Document document, String field) {
    List<Literal> literals = new ArrayList<>();
    for (IndexableField value : document.getFields(field)) {
      String text = value.stringValue();
      int bar = text.indexOf('|');
      literals.add(new Literal(text.substring(bar + 1), text.substring(0, bar)));
    }
    return literals;
  }

  private static Optional<LocalDate> date(Document document, String field) {
    return Optional.ofNullable(document.getField(field))
        .map(f -> LocalDate.ofEpochDay(f.numericValue().longValue()));
  }
}
