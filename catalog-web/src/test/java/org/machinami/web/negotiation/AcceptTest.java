package org.machinami.web.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "|HTML",
        "*/*|HTML",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|HTML",
        "text/turtle|TURTLE",
        "TEXT/TURTLE;q=0.5|TURTLE",
        "application/ld+json|JSON_LD",
        "application/rdf+xml|RDF_XML",
        "application/n-triples|N_TRIPLES",
        "text/html;q=0.4,text/turtle;q=0.6|TURTLE",
        "text/turtle,application/ld+json|TURTLE",
        "application/*|JSON_LD",
        "text/*;q=0.5,text/html;q=0.1|TURTLE",
        "text/html;q=0,*/*|TURTLE",
        "image/png|none",
        "text/turtle;q=0|none",
      })
  void choose_takesTheBest(String header, Representation expected) {
    assertEquals(
        Optional.ofNullable(expected),
        Accept.parse(header).choose(List.of(Representation.values())));
  }
}
