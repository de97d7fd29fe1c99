package org.machinami.web.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.dataset.DistributionView;
import org.machinami.web.dataset.Distributions;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.rdf.Described;
import org.machinami.web.rows.DataTables;
import org.machinami.web.rows.Placing;
import org.machinami.web.rows.Shape;

/** Lists the files that one can take of a dataset, with what they measure. */
final class Downloads {
  private final DataTables tables;
  private final Distributions distributions;
  private final Measures measures;

  Downloads(DataTables tables, Distributions distributions, Measures measures) {
    this.tables = tables;
    this.distributions = distributions;
    this.measures = measures;
  }

  DownloadsPage of(DatasetState state, Described dataset, Language language) {
    List<DownloadsPage.Group> groups = new ArrayList<>();
    List<DownloadsPage.File> graph = new ArrayList<>();
    boolean mapped = false;
    if (state.data().isPresent()) {
      GraphState data = state.data().get();
      Shape shape = tables.shapes().read(data.version());
      mapped = tables.placings().isPlaced(data.version(), shape);
      for (Shape.Table table : shape.tables()) {
        groups.add(group(state, table, dataset.graph(), language));
      }
      for (Representation form : Representation.RDF) {
        graph.add(
            new DownloadsPage.File(
                new Text(form.title(), ""),
                new Text("", ""),
                "datasets/" + state.id() + "/data." + form.suffix(),
                measures.of(tables.versions(), data.version(), form).map(Downloads::figures)));
      }
    }
    return new DownloadsPage(
        dataset.graph(),
        state.id(),
        state.title(dataset, language),
        distributions.of(dataset, language).stream()
            .filter(d -> !d.download().isEmpty())
            .map(Downloads::original)
            .toList(),
        groups,
        graph,
        mapped);
  }

  private static DownloadsPage.File original(DistributionView distribution) {
    Optional<DownloadsPage.Figures> figures =
        distribution.bytes().isPresent()
            ? Optional.of(
                new DownloadsPage.Figures(
                    distribution.bytes().getAsLong(), distribution.sha256(), 0))
            : Optional.empty();
    return new DownloadsPage.File(
        distribution.title(), distribution.note(), distribution.download(), figures);
  }

  private DownloadsPage.Group group(
      DatasetState state, Shape.Table table, Graph about, Language language) {
    Messages m = Messages.in(language);
    List<DownloadsPage.File> files = new ArrayList<>();
    Placing placing = tables.placings().of(state.data().orElseThrow().version(), table);
    for (Form form : Form.values()) {
      if (form != Form.GEOJSON || placing.isSomewhere()) {
        files.add(file(state, table, form, about, m));
      }
    }
    Text name =
        tables
            .views()
            .name(table, language)
            .orElseGet(() -> new Text(m.text("table.untyped"), language.tag()));
    return new DownloadsPage.Group(
        name,
        table.rows(),
        files,
        "datasets/" + state.id() + "/" + TableMetadata.PATH + table.query());
  }

  private DownloadsPage.File file(
      DatasetState state, Shape.Table table, Form form, Graph about, Messages m) {
    Language language = m.language();
    Hash version = state.data().orElseThrow().version();
    Export export = new Export(tables, version, table, about, form, language);
    String key =
        switch (form) {
          case CSV -> m.text("download.csv");
          case SPREADSHEET -> m.text("download.spreadsheet");
          case SPREADSHEET_CP932 -> m.text("download.spreadsheet-cp932");
          case GEOJSON -> m.text("download.geojson");
          case PARQUET -> m.text("download.parquet");
        };
    String note =
        switch (form) {
          case CSV -> m.text("download.csv-note");
          case SPREADSHEET -> m.text("download.spreadsheet-note");
          case SPREADSHEET_CP932 -> m.text("download.spreadsheet-cp932-note");
          case GEOJSON -> m.text("download.geojson-note");
          case PARQUET -> m.text("download.parquet-note");
        };
    String path = "datasets/" + state.id() + "/" + form.path() + table.query();
    return new DownloadsPage.File(
        new Text(key, language.tag()),
        new Text(note, language.tag()),
        (form.hasLanguage() ? language.tag() + "/" : "") + path,
        measures.of(export, state.metadata().version()).map(Downloads::figures));
  }

  private static DownloadsPage.Figures figures(Measures.Measure measure) {
    return new DownloadsPage.Figures(measure.bytes(), measure.sha256(), measure.replaced());
  }
}
