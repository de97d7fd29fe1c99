package org.machinami.web.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.dataset.Cards;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.rdf.Labels;

/** From the coverage to its pages. */
final class CoverageViews {
  private final SearchIndex search;
  private final Labels labels;
  private final String base;
  private final List<String> fields;
  private final CoverageGraph graphs;

  /**
   * @param fields ids of the service fields in their order
   */
  CoverageViews(SearchIndex search, Labels labels, String base, List<String> fields) {
    this.search = search;
    this.labels = labels;
    this.base = base;
    this.fields = List.copyOf(fields);
    this.graphs = new CoverageGraph(base);
  }

  /** Codes of all municipalities: those that have a name, and those of which data speak. */
  Set<String> municipalities(Coverage coverage) {
    String prefix = base + "id/municipality/";
    Set<String> codes = new TreeSet<>(coverage.municipalities());
    labels.named(prefix).forEach(iri -> codes.add(iri.substring(prefix.length())));
    return codes;
  }

  CoverageView of(Coverage coverage, String prefecture, long behind, Language language) {
    List<CoverageView.Field> heads = heads(language);
    Set<String> all = municipalities(coverage);
    List<CoverageView.Row> rows = new ArrayList<>();
    Graph graph = GraphFactory.createDefaultGraph();
    long gaps = 0;
    for (String code : all) {
      if (code.startsWith(prefecture)) {
        List<CoverageView.Cell> cells = cells(coverage, code, heads);
        cells.forEach(cell -> graphs.add(graph, code, cell));
        gaps += cells.stream().filter(c -> c.datasets() == 0 && c.whole() == 0).count();
        rows.add(new CoverageView.Row(code, name("municipality/" + code, language), cells));
      }
    }
    return new CoverageView(
        graphs.described(graph),
        prefecture,
        name("prefecture/" + prefecture, language),
        all.stream()
            .map(code -> code.substring(0, 2))
            .distinct()
            .map(
                code ->
                    new CoverageView.Choice(
                        code, name("prefecture/" + code, language), code.equals(prefecture)))
            .toList(),
        heads,
        whole(coverage, prefecture, heads),
        rows,
        gaps,
        behind);
  }

  /** What there is on the whole prefecture. */
  PrefectureCoverageView ofWhole(Coverage coverage, String prefecture, Language language) {
    Graph graph = GraphFactory.createDefaultGraph();
    List<CoverageView.Field> heads = heads(language);
    whole(coverage, prefecture, heads).forEach(cell -> graphs.add(graph, prefecture, cell));
    return new PrefectureCoverageView(
        graphs.described(graph),
        prefecture,
        name("prefecture/" + prefecture, language),
        heads.stream()
            .map(
                field ->
                    new MunicipalityCoverageView.FieldCoverage(
                        field,
                        datasets(coverage.onAllOf(prefecture, field.id()), language),
                        List.of()))
            .filter(part -> !part.datasets().isEmpty())
            .toList());
  }

  private static List<CoverageView.Cell> whole(
      Coverage coverage, String prefecture, List<CoverageView.Field> heads) {
    return heads.stream()
        .map(
            field ->
                new CoverageView.Cell(field, coverage.onAllOf(prefecture, field.id()).size(), 0))
        .toList();
  }

  private List<CoverageView.Cell> cells(
      Coverage coverage, String code, List<CoverageView.Field> heads) {
    return heads.stream()
        .map(
            field ->
                new CoverageView.Cell(
                    field,
                    coverage.on(code, field.id()).size(),
                    coverage.onAllOf(code.substring(0, 2), field.id()).size()))
        .toList();
  }

  MunicipalityCoverageView of(Coverage coverage, String code, Language language) {
    Graph graph = GraphFactory.createDefaultGraph();
    List<CoverageView.Field> heads = heads(language);
    cells(coverage, code, heads).forEach(cell -> graphs.add(graph, code, cell));
    String prefecture = code.substring(0, 2);
    List<MunicipalityCoverageView.FieldCoverage> parts =
        heads.stream()
            .map(
                field ->
                    new MunicipalityCoverageView.FieldCoverage(
                        field,
                        datasets(coverage.on(code, field.id()), language),
                        datasets(coverage.onAllOf(prefecture, field.id()), language)))
            .toList();
    return new MunicipalityCoverageView(
        graphs.described(graph),
        code,
        name("municipality/" + code, language),
        name("prefecture/" + prefecture, language),
        parts);
  }

  /** Those that the search index does not know yet, or any more, are left out. */
  private List<Value> datasets(List<String> ids, Language language) {
    return ids.stream()
        .flatMap(id -> search.find(id).stream())
        .map(hit -> new Value(Cards.title(hit, language), base + "datasets/" + hit.id()))
        .toList();
  }

  private List<CoverageView.Field> heads(Language language) {
    return fields.stream()
        .map(id -> new CoverageView.Field(id, labels.concept("service-field", id, language)))
        .toList();
  }

  private Text name(String area, Language language) {
    return labels
        .find(base + "id/" + area, language)
        .orElseGet(() -> new Text(area.substring(area.indexOf('/') + 1), "zxx"));
  }
}
