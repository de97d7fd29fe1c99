package org.machinami.web.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SparqlRequestTest {
  @Test
  void ofPost_threeWays_areTheSameRequest() throws Exception {
    SparqlRequest get = SparqlRequest.ofQueryString("query=ASK%7B%7D&default-graph-uri=http://g/");
    SparqlRequest form =
        SparqlRequest.ofPost(
            "",
            "application/x-www-form-urlencoded",
            bytes("default-graph-uri=http%3A%2F%2Fg%2F&query=ASK%7B%7D"));
    SparqlRequest direct =
        SparqlRequest.ofPost(
            "default-graph-uri=http://g/", "application/sparql-query", bytes("ASK{}"));
    assertEquals(get, form);
    assertEquals(get, direct);
    assertEquals(Optional.of("ASK{}"), get.query());
    assertEquals("query=ASK%7B%7D&default-graph-uri=http%3A%2F%2Fg%2F", get.form());
  }

  @Test
  void form_japanese_isRoundTripped() throws Exception {
    SparqlRequest request =
        SparqlRequest.ofPost("", "application/sparql-query", bytes("ASK{?s ?p \"千代田区 & +\"}"));
    assertEquals(request, SparqlRequest.ofQueryString(request.form()));
  }

  @Test
  void ofPost_update_isRefused() {
    assertEquals(Refusal.UPDATE, refusal("update=CLEAR+ALL", "application/x-www-form-urlencoded"));
    assertEquals(Refusal.UPDATE, refusal("CLEAR ALL", "application/sparql-update"));
  }

  @Test
  void ofPost_otherMediaType_isRefused() {
    assertEquals(Refusal.MEDIA_TYPE, refusal("{}", "application/json"));
  }

  @Test
  void ofQueryString_queryTwice_isMalformed() {
    assertThrows(
        SparqlRequest.Malformed.class, () -> SparqlRequest.ofQueryString("query=a&query=b"));
  }

  @Test
  void volatileAnswer_functionsOfTimeAndChance() throws Exception {
    assertTrue(query("SELECT (NOW() AS ?t) {}").volatileAnswer());
    assertTrue(query("SELECT (<http://x/fn#rand>() AS ?t) {}").volatileAnswer());
    assertTrue(query("SELECT (\\u004eOW() AS ?t) {}").volatileAnswer());
    assertFalse(query("ASK { ?s ?p ?o }").volatileAnswer());
  }

  private static SparqlRequest query(String text) throws SparqlRequest.Malformed {
    return SparqlRequest.ofPost("", "application/sparql-query", bytes(text));
  }

  private static Refusal refusal(String body, String mediaType) {
    return assertThrows(
            SparqlRequest.Malformed.class, () -> SparqlRequest.ofPost("", mediaType, bytes(body)))
        .refusal();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
