package org.machinami.web.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** What stands around the data: frequency, licence, citation, code. */
final class AroundTest {
  private static final String MONTHLY =
      "http://publications.europa.eu/resource/authority/frequency/MONTHLY";

  private static List<GraphState> history(String... days) {
    return Stream.of(days)
        .map(
            d ->
                new GraphState(
                    "g", Hash.of(), 1, Instant.parse(d + "T03:00:00Z"), d.startsWith("2000")))
        .toList();
  }

  @Test
  void frequency_isHeldAgainstTheTimesOfTheCommits() {
    Punctuality kept =
        Punctuality.of(MONTHLY, history("2026-06-01", "2026-03-31", "2026-03-01")).orElseThrow();
    assertEquals(new Punctuality(1, 2, LocalDate.of(2026, 7, 1)), kept);
  }

  @Test
  void frequency_ofOneVersionOrNone_cannotBeJudged() {
    assertEquals(0, Punctuality.of(MONTHLY, history("2026-06-01")).orElseThrow().intervals());
    assertEquals(Optional.empty(), Punctuality.of(MONTHLY, history()));
    assertEquals(Optional.empty(), Punctuality.of(MONTHLY, history("2000-01-01")));
    assertEquals(Optional.empty(), Punctuality.of("http://x.example/IRREG", history("2026-06-01")));
  }

  @Test
  void frequency_isNotKept_fromTheDayAfterTheNextVersionWasExpected() {
    Punctuality promised = Punctuality.of(MONTHLY, history("2026-06-01")).orElseThrow();
    assertFalse(promised.isOverdue(LocalDate.of(2026, 7, 1)));
    assertTrue(promised.isOverdue(LocalDate.of(2026, 7, 2)));
  }

  @Test
  void licences_ofTheCodeListAreKnown_butThoseWithTermsOfTheirOwn() {
    LicenceTerms terms = LicenceTerms.read();
    Messages m = Messages.in(Language.EN);
    Described scheme =
        Described.of(
            Vocabularies.find("licence").orElseThrow().read(), Vocabularies.NS + "licence");
    List<String> unknown =
        scheme.whichHaveThisAs(Terms.SKOS + "inScheme").stream()
            .map(Described::iri)
            .filter(iri -> !terms.of(iri, m).known())
            .toList();
    assertEquals(List.of(Vocabularies.NS + "licence/own-terms"), unknown);
    assertFalse(terms.of("https://elsewhere.example/licence", m).known());
    assertTrue(
        terms
            .of("https://creativecommons.org/licenses/by-sa/4.0/", m)
            .must()
            .contains("share on the same terms"));
  }

  @Test
  void bibtex_holdsNothingThatTexRuns() {
    Citation citation =
        Citation.of(
            "d",
            "http://city.example/datasets/d",
            new Text("100 % \\input{/etc/passwd} & $x_1$", "en"),
            List.of(new Text("A {B}", "en")),
            Optional.of("2026-11-20"),
            7,
            Messages.in(Language.EN));
    assertTrue(
        citation
            .bibtex()
            .contains(
                "title = {{100 \\% \\textbackslash{}input\\{/etc/passwd\\} \\& \\$x\\_1\\$}}"),
        citation.bibtex());
    assertEquals(
        "A {B}: 100 % \\input{/etc/passwd} & $x_1$. 2026-11-20, version 7. Machinami."
            + " http://city.example/datasets/d",
        citation.text());
  }

  @Test
  void snippets_takePlainAddressesOnly() {
    String csv = "http://city.example/datasets/d/data.csv";
    String parquet = "http://city.example/datasets/d/data.parquet";
    assertEquals(5, Snippet.of(csv, parquet, "d").size());
    assertEquals(List.of(), Snippet.of("http://x.example/'; rm -rf ~ #", parquet, "d"));
    assertEquals(List.of(), Snippet.of(csv, "http://x.example/\"); import os", "d"));
  }
}
