package org.machinami.web.sparql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpHeader;
import org.machinami.web.language.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers for readers whose browser runs no script. Such a query keeps a page's thread waiting, so
 * only few run at once and each for 10 s at most. Thread-safe.
 */
final class FormAnswers {
  private static final Logger log = LoggerFactory.getLogger(FormAnswers.class);
  private static final int AT_ONCE = 4;
  private static final int SECONDS = 10;
  private static final int ROWS = 500;
  private static final int CHARACTERS = 200_000;
  private static final int LARGEST_ANSWER = 16 << 20;
  private static final String ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final QueryAddress address;
  private final HttpClient client;
  private final Semaphore places = new Semaphore(AT_ONCE);

  FormAnswers(QueryAddress address, HttpClient client) {
    this.address = address;
    this.client = client;
  }

  EditorView.Outcome answer(String query, Language language) {
    Optional<URI> target = address.find();
    if (target.isEmpty() || !places.tryAcquire()) {
      return busy();
    }
    try {
      ContentResponse response =
          new CompletableResponseListener(
                  client
                      .newRequest(target.get().resolve("sparql"))
                      .method("POST")
                      .headers(
                          headers -> {
                            headers.put(HttpHeader.ACCEPT, ACCEPT);
                            headers.put(HttpHeader.ACCEPT_LANGUAGE, language.tag());
                            headers.put("Timeout", Integer.toString(SECONDS));
                            headers.put(SparqlFront.CALLER, "form");
                          })
                      .body(new StringRequestContent("application/sparql-query", query)),
                  LARGEST_ANSWER)
              .send()
              .get(SECONDS + 5, TimeUnit.SECONDS);
      return read(response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return busy();
    } catch (ExecutionException | TimeoutException e) {
      log.debug("A query of the form was not answered", e);
      return busy();
    } finally {
      places.release();
    }
  }

  private static EditorView.Outcome busy() {
    return new EditorView.Refused(503, "", "");
  }

  private static EditorView.Outcome read(ContentResponse response) {
    String body = new String(response.getContent(), StandardCharsets.UTF_8);
    try {
      if (response.getStatus() != 200) {
        JsonNode problem = JSON.readTree(body);
        return new EditorView.Refused(
            response.getStatus(), problem.path("title").asText(), problem.path("detail").asText());
      }
      if (!String.valueOf(response.getMediaType()).contains("json")) {
        boolean more = body.length() > CHARACTERS;
        return new EditorView.Text(more ? body.substring(0, CHARACTERS) : body, more);
      }
      JsonNode answer = JSON.readTree(body);
      return answer.has("boolean")
          ? new EditorView.Text(answer.get("boolean").asText(), false)
          : table(answer);
    } catch (JsonProcessingException e) {
      log.warn("The query process answered what is no JSON", e);
      return busy();
    }
  }

  private static EditorView.Table table(JsonNode answer) {
    List<String> variables = new ArrayList<>();
    answer.path("head").path("vars").forEach(name -> variables.add(name.asText()));
    JsonNode bindings = answer.path("results").path("bindings");
    List<List<EditorView.Cell>> rows = new ArrayList<>();
    for (JsonNode binding : bindings) {
      if (rows.size() == ROWS) {
        break;
      }
      rows.add(variables.stream().map(name -> cell(binding.path(name))).toList());
    }
    return new EditorView.Table(variables, rows, bindings.size() > ROWS);
  }

  private static EditorView.Cell cell(JsonNode value) {
    String text = value.path("value").asText();
    boolean iri = value.path("type").asText().equals("uri");
    return new EditorView.Cell(text, iri ? text : "", value.path("xml:lang").asText());
  }
}
