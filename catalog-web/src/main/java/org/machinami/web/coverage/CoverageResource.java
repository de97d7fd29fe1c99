package org.machinami.web.coverage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.contents.ContentsIndex;
import org.machinami.web.page.Answers;
import org.machinami.web.page.SearchVersion;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Labels;

/**
 * {@code /coverage}, the table of a prefecture, and {@code /coverage/{area}}: a municipality, or
 * what is on a whole prefecture.
 */
@Path("coverage")
public final class CoverageResource {
  private final Store store;
  private final ContentsIndex contents;
  private final SearchVersion version;
  private final CoverageViews views;
  private final Answers answers;
  private volatile Coverage last;

  /**
   * @param fields ids of the service fields in their order
   */
  public CoverageResource(
      Store store,
      SearchIndex search,
      ContentsIndex contents,
      List<String> fields,
      Labels labels,
      Answers answers) {
    this.store = store;
    this.contents = contents;
    this.version = new SearchVersion(store, search);
    this.views = new CoverageViews(search, labels, store.base(), fields);
    this.answers = answers;
    this.last = new Coverage(contents.state());
  }

  @GET
  public Response coverage(
      @Context ContainerRequestContext request, @QueryParam("prefecture") String prefecture) {
    Coverage coverage = coverage();
    String code = prefecture == null ? largest(coverage) : prefecture;
    if (!isPrefecture(coverage, code)) {
      throw Problem.badParameter("prefecture", code, "problem.bad-request.prefecture");
    }
    long behind = Math.max(0, store.ledger().head() - coverage.applied());
    return answers.answer(
        request,
        version.of("coverage " + code + " " + coverage.applied() + " " + behind),
        language -> views.of(coverage, code, behind, language));
  }

  /** The prefecture with the most municipalities on which there is anything, else the first. */
  private String largest(Coverage coverage) {
    Map<String, Long> covered =
        coverage.municipalities().stream()
            .collect(Collectors.groupingBy(code -> code.substring(0, 2), Collectors.counting()));
    return covered.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElseGet(() -> views.municipalities(coverage).iterator().next().substring(0, 2));
  }

  @GET
  @Path("{area}")
  public Response area(@Context ContainerRequestContext request, @PathParam("area") String code) {
    Coverage coverage = coverage();
    boolean prefecture = isPrefecture(coverage, code);
    if (!prefecture && !views.municipalities(coverage).contains(code)) {
      throw Problem.notFound("coverage/" + code);
    }
    return answers.answer(
        request,
        version.of("coverage/" + code + " " + coverage.applied()),
        language ->
            prefecture
                ? views.ofWhole(coverage, code, language)
                : views.of(coverage, code, language));
  }

  private boolean isPrefecture(Coverage coverage, String code) {
    return views.municipalities(coverage).stream().anyMatch(m -> m.substring(0, 2).equals(code));
  }

  /** Counted once for each state of the contents. */
  private Coverage coverage() {
    ContentsIndex.State state = contents.state();
    Coverage known = last;
    if (known.applied() != state.applied()) {
      known = new Coverage(state);
      last = known;
    }
    return known;
  }
}
