package org.machinami.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request of the SPARQL 1.1 protocol.
 *
 * @param query the query's text; absent when the request has none
 * @param defaultGraphs IRIs of {@code default-graph-uri}
 * @param namedGraphs IRIs of {@code named-graph-uri}
 * @param format the {@code format} parameter
 * @param accept the {@code Accept} header
 * @param timeoutMillis the time the caller will wait, milliseconds
 * @param caller whose budget of time is charged
 */
record SparqlRequest(
    Optional<String> query,
    List<String> defaultGraphs,
    List<String> namedGraphs,
    Optional<String> format,
    Optional<String> accept,
    OptionalLong timeoutMillis,
    String caller) {
  SparqlRequest {
    defaultGraphs = List.copyOf(defaultGraphs);
    namedGraphs = List.copyOf(namedGraphs);
  }
}
