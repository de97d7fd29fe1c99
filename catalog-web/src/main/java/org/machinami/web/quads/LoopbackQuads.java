package org.machinami.web.quads;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.resultset.ResultSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultSetException;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpHeader;
import org.machinami.web.sparql.SparqlFront;

/**
 * The quads as the query process answers them over loopback HTTP. Waits no longer than a page may
 * take. Thread-safe.
 */
public final class LoopbackQuads implements Quads {
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 8 << 20;
  private static final String JSON = "application/sparql-results+json";

  private final Supplier<Optional<URI>> address;
  private final HttpClient client;

  /**
   * @param address where the query process listens just now
   * @param client for pages alone; started and stopped by the caller
   */
  public LoopbackQuads(Supplier<Optional<URI>> address, HttpClient client) {
    this.address = address;
    this.client = client;
  }

  @Override
  public List<Rows> select(List<PageQuery> queries, Map<String, Node> values) {
    URI target =
        address.get().orElseThrow(() -> unavailable("The query process is down or starting", null));
    List<CompletableFuture<ContentResponse>> sent =
        queries.stream().map(query -> send(target, query.with(values).serialize())).toList();
    List<Rows> answers = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      answers.add(receive(queries.get(i), sent.get(i)));
    }
    return answers;
  }

  private CompletableFuture<ContentResponse> send(URI target, String query) {
    return new CompletableResponseListener(
            client
                .newRequest(target.resolve("sparql"))
                .method("POST")
                .headers(headers -> headers.put(HttpHeader.ACCEPT, JSON))
                .timeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .body(new StringRequestContent("application/sparql-query", query)),
            LARGEST_ANSWER)
        .send();
  }

  private static Rows receive(PageQuery query, CompletableFuture<ContentResponse> answer) {
    try {
      ContentResponse response = answer.get(LONGEST.toMillis() + 500, TimeUnit.MILLISECONDS);
      if (response.getStatus() != 200) {
        throw unavailable(
            query.name()
                + " was answered with "
                + response.getStatus()
                + ": "
                + response.getContentAsString(),
            null);
      }
      return new Rows(read(response.getContent()), sequence(response));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(query.name() + " was interrupted", e);
    } catch (ExecutionException | TimeoutException | ResultSetException e) {
      throw unavailable(query.name() + " was not answered: " + e.getMessage(), e);
    }
  }

  private static List<Map<String, Node>> read(byte[] json) {
    ResultSet found =
        ResultSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
            .create(ResultSetLang.RS_JSON)
            .read(new ByteArrayInputStream(json), Context.emptyContext());
    List<Map<String, Node>> rows = new ArrayList<>();
    RowSet.adapt(found)
        .forEachRemaining(
            binding -> {
              Map<String, Node> row = new HashMap<>();
              binding.forEach((variable, node) -> row.put(variable.getVarName(), node));
              rows.add(row);
            });
    return rows;
  }

  private static long sequence(ContentResponse response) {
    try {
      return response.getHeaders().getLongField(SparqlFront.SEQUENCE);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static QueryProcessUnavailable unavailable(String message, Throwable cause) {
    return new QueryProcessUnavailable(message, RETRY_AFTER, cause);
  }
}
