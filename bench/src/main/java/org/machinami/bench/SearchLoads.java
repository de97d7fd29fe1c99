package org.machinami.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same questions over HTTP: ours as a page and as data, Solr, and Fuseki. No question is asked
 * of one side twice, so that what is remembered helps nobody.
 */
final class SearchLoads {
  private static final List<Integer> CONNECTIONS = List.of(1, 8, 64);
  private static final int EIGHT = 8;

  /** Compiling what a search runs takes a fresh process two minutes on two cores: so many loads. */
  private static final int WARM_UP = 10;

  /** More than any side answers in a second while it runs in. */
  private static final int WARMING_A_SECOND = 1_000;

  /** More than any side answers in a second. */
  private static final int QUESTIONS_A_SECOND = 4_000;

  /** Fuseki takes seconds for an answer: its load is longer by this. */
  private static final int SLOWER = 6;

  private static final int COMPARED = 20;
  private static final Pattern OUR_TOTAL =
      Pattern.compile("totalItems\"\\s*:\\s*(?:\"|\\{[^}]*?\")?(\\d+)");
  private static final Pattern SOLR_TOTAL = Pattern.compile("\"numFound\":(\\d+)");

  private final Path work;
  private final SearchCatalogue catalogue;
  private final int seconds;
  private final Set<Question> asked = new HashSet<>();

  SearchLoads(Path work, SearchCatalogue catalogue, SearchBenchmark.Scale scale) {
    this.work = work;
    this.catalogue = catalogue;
    this.seconds = scale.seconds();
  }

  List<Figure> figures() throws Exception {
    List<List<Question>> questions = new ArrayList<>();
    questions.add(catalogue.others(WARM_UP * seconds * WARMING_A_SECOND, asked));
    for (int i = 0; i < CONNECTIONS.size(); i++) {
      questions.add(catalogue.others(seconds * QUESTIONS_A_SECOND, asked));
    }
    List<Load.Result> data;
    List<Load.Result> pages;
    long ourHits;
    try (Peers.Machinami ours = Peers.serve(work, catalogue.data())) {
      ourHits = hits(ours.address(), Question::path, OUR_TOTAL, questions.get(0));
      data = loads(ours.address(), Question::path, "application/ld+json", questions);
      pages = loads(ours.address(), Question::path, "text/html", questions);
    }
    Path documents = work.resolve("documents.jsonl");
    SolrDocuments.write(catalogue.data(), documents);
    List<Load.Result> solr;
    List<Load.Result> marked;
    try (Peers.Served peer = Peers.solr(work, documents)) {
      long solrHits = hits(peer.address(), Question::solrPath, SOLR_TOTAL, questions.get(0));
      System.err.printf("bench: hits of the same questions: ours %d, Solr %d%n", ourHits, solrHits);
      if (ourHits == 0 || solrHits == 0) {
        throw new IOException("one side finds nothing, so the sides cannot be compared");
      }
      solr = loads(peer.address(), Question::solrPath, "application/json", questions);
      marked = loads(peer.address(), Question::solrPagePath, "application/json", questions);
    }
    double fuseki = fuseki();
    return figures(data, pages, solr, marked, fuseki);
  }

  private List<Figure> figures(
      List<Load.Result> data,
      List<Load.Result> pages,
      List<Load.Result> solr,
      List<Load.Result> marked,
      double fuseki) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS.size(); i++) {
      String of = ", " + CONNECTIONS.get(i) + " connections, " + catalogue.name();
      Load.Result ours = data.get(i);
      Load.Result page = pages.get(i);
      Load.Result peer = solr.get(i);
      Load.Result marking = marked.get(i);
      figures.add(
          Figure.atLeastTimes(
              "search as JSON-LD, requests/s" + of, ours.rate(), peer.rate(), "Solr 9.10.1", 1.5));
      figures.add(
          Figure.beside("search as JSON-LD, p99, ms" + of, ours.p99(), peer.p99(), "Solr 9.10.1"));
      figures.add(
          Figure.atLeastTimes(
              "search as a page, requests/s" + of,
              page.rate(),
              marking.rate(),
              "Solr 9.10.1 with marks",
              1.5));
      figures.add(
          Figure.beside(
              "search as a page, p99, ms" + of,
              page.p99(),
              marking.p99(),
              "Solr 9.10.1 with marks"));
    }
    int eight = CONNECTIONS.indexOf(EIGHT);
    figures.add(
        Figure.atLeastTimes(
            "search as JSON-LD, requests/s, 8 connections, " + catalogue.name(),
            data.get(eight).rate(),
            fuseki,
            "SPARQL with GROUP BY, Fuseki 5.6.0",
            100));
    return figures;
  }

  private List<Load.Result> loads(
      String address,
      Function<Question, String> path,
      String accept,
      List<List<Question>> questions)
      throws IOException, InterruptedException {
    Load.run(work, address, paths(questions.get(0), path), accept, EIGHT, WARM_UP * seconds);
    List<Load.Result> results = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS.size(); i++) {
      List<String> paths = paths(questions.get(i + 1), path);
      results.add(Load.run(work, address, paths, accept, CONNECTIONS.get(i), seconds));
    }
    return results;
  }

  private static List<String> paths(List<Question> questions, Function<Question, String> path) {
    return questions.stream().map(path).toList();
  }

  /** Requests a second; the questions have no filters, since the query has none. */
  private double fuseki() throws Exception {
    Path location = work.resolve("tdb2");
    Catalogue quads = Catalogue.of(work, catalogue.data());
    Peers.tdbloader(work, location, quads.quads());
    List<String> paths =
        catalogue.asked(10_000).stream()
            .filter(question -> question.filters().isEmpty())
            .filter(question -> question.words().split(" ", -1).length <= Question.MOST_WORDS)
            .map(Question::sparqlPath)
            .toList();
    try (Peers.Served peer = Peers.fuseki(work, "stock", location)) {
      String accept = "application/sparql-results+json";
      double rate = Load.run(work, peer.address(), paths, accept, EIGHT, seconds * SLOWER).rate();
      // Where none was answered in the time, one is taken as answered: it is no faster than that.
      return Math.max(rate, 1.0 / (seconds * SLOWER));
    }
  }

  /** How much some questions find, to see that both sides answer the same. */
  private static long hits(
      String address, Function<Question, String> path, Pattern total, List<Question> questions)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    long hits = 0;
    for (Question question : questions.subList(0, COMPARED)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + path.apply(question)))
              .header("Accept", "application/ld+json, application/json;q=0.5")
              .build();
      HttpResponse<String> answer =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      Matcher matcher = total.matcher(answer.body());
      // Solr says how many hits there are also where it could not count a facet.
      if (answer.statusCode() != 200 || !matcher.find()) {
        throw new IOException(
            request.uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
      }
      hits += Long.parseLong(matcher.group(1));
    }
    return hits;
  }
}
