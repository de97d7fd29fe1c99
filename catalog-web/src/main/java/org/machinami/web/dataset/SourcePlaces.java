package org.machinami.web.dataset;

import java.util.Optional;
import org.machinami.web.language.Messages;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** Where in the files of a dataset something was found, in words. */
final class SourcePlaces {
  private SourcePlaces() {}

  /** The place that a result of a check names; its words are empty when it names none. */
  static QualityView.Place of(Described result, Messages m) {
    String file = result.value(Terms.CITY + "sourceFile").orElse("");
    Optional<String> row =
        result.value(Terms.CITY + "sourceRow").map(Long::parseLong).map(m::number);
    Optional<String> column = result.value(Terms.CITY + "sourceColumn");
    String words =
        row.isPresent() && column.isPresent()
            ? m.text("quality.place.cell", file, row.get(), column.get())
            : row.map(r -> m.text("quality.place.row", file, r))
                .or(() -> column.map(c -> m.text("quality.place.column", file, c)))
                .orElse(file);
    return new QualityView.Place(words, result.value(Terms.CITY + "faultyValue").orElse(""));
  }
}
