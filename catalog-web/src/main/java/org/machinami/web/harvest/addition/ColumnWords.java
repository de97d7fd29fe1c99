package org.machinami.web.harvest.addition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Shape;
import org.machinami.web.rows.TableView;

/**
 * What a column of the data of a dataset means.
 *
 * @param property its IRI
 * @param ja its name in Japanese; empty for none
 * @param explanationJa empty for none
 */
record ColumnWords(
    String property, String ja, String en, String explanationJa, String explanationEn) {
  ColumnWords {
    Objects.requireNonNull(property, "property");
  }

  /** The columns of the table with most rows that somebody has explained; none without data. */
  static List<ColumnWords> of(DataTables tables, DatasetState state, Described dataset) {
    Optional<Shape> shape = state.data().map(GraphState::version).map(tables.shapes()::read);
    if (shape.isEmpty() || shape.get().tables().isEmpty()) {
      return List.of();
    }
    Shape.Table table = shape.get().tables().get(0);
    List<TableView.Head> ja = tables.views().allHeads(table, dataset.graph(), Language.JA);
    List<TableView.Head> en = tables.views().allHeads(table, dataset.graph(), Language.EN);
    List<ColumnWords> all = new ArrayList<>();
    for (int k = 0; k < ja.size(); k++) {
      ColumnWords words =
          new ColumnWords(
              ja.get(k).column().property(),
              in(Language.JA, Optional.of(ja.get(k).label())),
              in(Language.EN, Optional.of(en.get(k).label())),
              in(Language.JA, ja.get(k).explanation()),
              in(Language.EN, en.get(k).explanation()));
      if (!words.shown().isEmpty()) {
        all.add(words);
      }
    }
    return all;
  }

  /** What is not in the language is no word of it. */
  private static String in(Language language, Optional<Text> text) {
    return text.filter(found -> found.tag().equals(language.tag())).map(Text::value).orElse("");
  }

  String name() {
    return ja.isEmpty() ? en : ja;
  }

  /** The explanations as a page shows them; empty where there is none. */
  String shown() {
    if (name().isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    for (String part : List.of(explanationJa, en.equals(name()) ? "" : en, explanationEn)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("\n", parts);
  }
}
