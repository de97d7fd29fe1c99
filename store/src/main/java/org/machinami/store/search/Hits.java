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

  static Hit of(Document document) {
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
        Arrays.stream(document.getValues(Fields.BOX)).map(Hits::box).toList());
  }

  static String text(Box box) {
    return box.west() + " " + box.south() + " " + box.east() + " " + box.north();
  }

  private static Box box(String text) {
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
