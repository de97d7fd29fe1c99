package org.machinami.web.dataset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Alternate;
import org.machinami.web.page.Fact;
import org.machinami.web.page.Head;
import org.machinami.web.page.Value;
import org.machinami.web.page.View;
import org.machinami.web.thing.MapView;
import org.machinami.web.usage.Uses;

/**
 * A dataset in one language.
 *
 * @param past of which time this is, where it is not the present
 * @param stop why and since when the data are not served
 * @param otherTitle title in the other language, where there is one
 * @param synthetic whether the values were made by a program
 * @param facts publisher, licence, period and so on, in the order in which they are read
 * @param descriptions as HTML that is safe to show
 * @param history the latest commits
 * @param provenance the way of the data, step by step
 * @param provenanceWords what the publisher says of it
 * @param map where the data lie
 * @param around rectangles around where the things are that they only name; empty where there is a
 *     map
 * @param structuredData schema.org JSON, safe within a script element
 * @param usage how often it was used
 */
public record DatasetView(
    Graph description,
    Optional<Past> past,
    Optional<Stopped> stop,
    String id,
    String iri,
    Text title,
    Optional<Text> otherTitle,
    List<Markup> descriptions,
    Optional<Value> sector,
    List<Value> serviceFields,
    List<Text> keywords,
    boolean synthetic,
    List<Fact> facts,
    List<DistributionView> distributions,
    Optional<VerdictView> verdict,
    QualityView quality,
    AccessView access,
    HistoryPart history,
    Optional<Preview> preview,
    boolean hasData,
    Optional<Licence> licence,
    Frequency frequency,
    List<ProvenanceStep> provenance,
    List<Text> provenanceWords,
    Optional<MapView> map,
    Optional<MapView> around,
    List<RelatedDataset> related,
    List<Snippet> snippets,
    Citation citation,
    String structuredData,
    Usage usage)
    implements View {
  public DatasetView {
    Objects.requireNonNull(description, "description");
    descriptions = List.copyOf(descriptions);
    snippets = List.copyOf(snippets);
    provenance = List.copyOf(provenance);
    related = List.copyOf(related);
    serviceFields = List.copyOf(serviceFields);
    keywords = List.copyOf(keywords);
    facts = List.copyOf(facts);
    distributions = List.copyOf(distributions);
    Objects.requireNonNull(history, "history");
  }

  /**
   * A moment of the past.
   *
   * @param sequence of the last commit on the dataset by then
   * @param time of that commit
   */
  public record Past(long sequence, Instant time) {
    static Past of(DatasetState state) {
      GraphState last = state.latest();
      return new Past(last.sequence(), last.modified());
    }

    /** What addresses of files and data as they were then end in. */
    public String query() {
      return "?asOf=" + sequence;
    }
  }

  /**
   * A stop of the publication.
   *
   * @param reasons in the reader's language, or in the one that there is
   * @param clause path of the clause under which it was stopped
   */
  public record Stopped(Instant since, List<Text> reasons, String clause) {
    public Stopped {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Words with marks.
   *
   * @param html safe to show
   * @param tag language
   */
  public record Markup(String html, String tag) {
    /** The words alone, for where no marks can be shown. */
    String plain() {
      return html.replaceAll("<[^>]*>", " ")
          .replace("&lt;", "<")
          .replace("&gt;", ">")
          .replace("&quot;", "\"")
          .replace("&amp;", "&")
          .strip();
    }
  }

  /**
   * The terms of use.
   *
   * @param definition what they mean in a sentence, empty when that is not known
   * @param may what one may do; empty when that is not known
   * @param must what one has to do
   * @param known whether may and must are all there is to say
   */
  public record Licence(
      Value name, Text definition, boolean known, List<String> may, List<String> must) {}

  /**
   * How often the data come.
   *
   * @param said as the publisher says it
   * @param punctuality whether that was kept
   * @param overdue whether a version that was to be expected has not come
   */
  public record Frequency(
      Optional<Value> said, Optional<Punctuality> punctuality, boolean overdue) {}

  /**
   * How often the dataset was used.
   *
   * @param lastDay the last of the days that are counted
   */
  public record Usage(Uses uses, LocalDate lastDay) {
    /** Part of the tag of a page that shows it. */
    String version() {
      return lastDay.toEpochDay() + "." + uses.views() + "." + uses.downloads();
    }
  }

  /** A first query on the data, percent-encoded. */
  public String encodedQuery() {
    String graph = iri.substring(0, iri.lastIndexOf("datasets/")) + "graph/data/" + id;
    String query =
        "SELECT ?subject ?property ?value WHERE {\n  GRAPH <"
            + graph
            + "> { ?subject ?property ?value }\n}\nLIMIT 50";
    return URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public Head head() {
    return new Head(
        descriptions.stream().findFirst().map(Markup::plain).orElse(""),
        Optional.of("datasets/" + id + "/feed.atom"),
        Optional.of("datasets/" + id + "/card.png"),
        hasData && past.isEmpty() ? List.of(Alternate.croissant(id)) : List.of());
  }

  @Override
  public String template() {
    return "dataset.jte";
  }

  @Override
  public String title(Messages messages) {
    return title.value();
  }

  @Override
  public String section() {
    return "datasets";
  }
}
