package org.machinami.web.quads;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.machinami.store.StoreException;
import org.machinami.store.quads.QuadVerification;

/**
 * Whether the quads are those of the ledger, as the query process finds it, which has them open.
 * Thread-safe.
 */
public final class LoopbackVerification {
  /** Millions of quads take minutes; what takes longer than this is not waited for. */
  public static final Duration LONGEST = Duration.ofHours(1);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 64 << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Supplier<Optional<URI>> address;
  private final HttpClient client;

  /**
   * @param address where the query process listens just now
   * @param client whose connections may be idle for {@link #LONGEST}; started and stopped by the
   *     caller
   */
  public LoopbackVerification(Supplier<Optional<URI>> address, HttpClient client) {
    this.address = address;
    this.client = client;
  }

  /**
   * Has the quads compared with the ledger, as far as they have got, and waits for the report.
   *
   * @throws QueryProcessUnavailable when it cannot be asked, or verifies for somebody else
   * @throws StoreException UNREADABLE when the quads are such that the comparison itself failed
   */
  public QuadVerification.Report verify() {
    URI target =
        address
            .get()
            .orElseThrow(
                () ->
                    unavailable(
                        "the query process, which has them open, is down or starting", null));
    try {
      ContentResponse response =
          new CompletableResponseListener(
                  client
                      .newRequest(target.resolve("/$/verify"))
                      .timeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS),
                  LARGEST_ANSWER)
              .send()
              .get(LONGEST.toMillis() + 500, TimeUnit.MILLISECONDS);
      return switch (response.getStatus()) {
        case 200 -> JSON.readValue(response.getContent(), QuadVerification.Report.class);
        case 409 -> throw unavailable("another verification of them is under way", null);
        case 500 -> throw new StoreException(StoreException.Code.UNREADABLE, failure(response));
        default -> throw unavailable("the query process answered " + response.getStatus(), null);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("the server was stopped", e);
    } catch (TimeoutException e) {
      throw unavailable("it took longer than " + LONGEST.toMinutes() + " minutes", e);
    } catch (ExecutionException | IOException e) {
      throw unavailable("the query process broke off: " + e.getMessage(), e);
    }
  }

  private static String failure(ContentResponse response) throws IOException {
    JsonNode problem = JSON.readTree(response.getContent());
    return "The quads cannot be compared with the ledger. " + problem.path("detail").asText();
  }

  private static QueryProcessUnavailable unavailable(String message, Throwable cause) {
    return new QueryProcessUnavailable(message, RETRY_AFTER, cause);
  }
}
