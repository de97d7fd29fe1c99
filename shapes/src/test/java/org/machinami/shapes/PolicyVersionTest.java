package org.machinami.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts of the policy, and that running only what differs gives what running all gives. */
class PolicyVersionTest {
  private static final String BASE = "https://city.example/";
  private static final Path DRAFTS = Descriptions.FILES.resolve("drafts");

  private final PolicyVersion current = PolicyVersion.bundled(BASE);

  private static Graph turtle(String text) {
    return RDFParser.fromString(text, Lang.TURTLE).base(BASE).toGraph();
  }

  private PolicyVersion draft(String file) throws IOException {
    return PolicyVersion.draft(turtle(Files.readString(DRAFTS.resolve(file))), current, BASE);
  }

  private static List<Path> descriptions() throws IOException {
    try (Stream<Path> files = Files.walk(Descriptions.FILES.resolve("cases"))) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(".ttl")).toList());
    }
  }

  @Test
  void bundled_isTheOneThatVerdictsRestOn() {
    assertEquals(Policy.current(), current.policy());
    assertEquals(LocalDate.parse("2026-11-01"), current.inForce());
    assertTrue(PolicyDifference.of(current, current).shapes().isEmpty());
  }

  @Test
  void draft_amendment_takesOverAllElse() throws IOException {
    PolicyVersion draft = draft("contact-email.ttl");
    assertEquals("2", draft.policy().version());
    assertEquals("2.2", draft.policy().clauseOf(ShapeFiles.NS + "DatasetTitle").orElseThrow());
    assertTrue(draft.policy().hasClause("4.3"));
    assertEquals(current.policy().numbers().size() + 1, draft.policy().numbers().size());
    assertEquals(
        List.of("https://city.example/drafts#ContactEmail"),
        PolicyDifference.of(current, draft).shapes().stream().map(Object::toString).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contact-email.ttl", "no-keywords.ttl", "strict-title.ttl", "one-format.ttl"})
  void judge_onlyWhatDiffers_isWhatBothWholeVersionsGive(String file) throws IOException {
    PolicyVersion draft = draft(file);
    MetadataValidator before = current.validator();
    MetadataValidator after = draft.validator();
    PolicyDifference difference = PolicyDifference.of(current, draft);
    int changed = 0;
    for (Path description : descriptions()) {
      Graph graph = Descriptions.read(description);
      Verdict was = before.validate(graph, Descriptions.DATASET);
      Verdict is = after.validate(graph, Descriptions.DATASET);
      PolicyDifference.Change change = difference.judge(graph, Descriptions.DATASET);
      assertEquals(
          is.violationCount() + " " + is.warningCount(),
          (was.violationCount()
                  - change.before().violationCount()
                  + change.after().violationCount())
              + " "
              + (was.warningCount()
                  - change.before().warningCount()
                  + change.after().warningCount()),
          description.toString());
      changed += change.isNone() ? 0 : 1;
    }
    assertTrue(changed > 0, "no description tells the two versions apart");
  }

  @Test
  void onDay_isTheLastWhoseDayHasCome_andBeforeThatTheFirst() throws IOException {
    PolicyVersion next = draft("contact-email.ttl");
    List<PolicyVersion> versions = List.of(current, next);
    assertEquals(current, PolicyVersion.onDay(versions, LocalDate.parse("2000-01-01")));
    assertEquals(current, PolicyVersion.onDay(versions, next.inForce().minusDays(1)));
    assertEquals(next, PolicyVersion.onDay(versions, next.inForce()));
    assertEquals(next, PolicyVersion.onDay(versions, next.inForce().plusYears(9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version|<x> a <y> .",
        "name|<policy/3> a eli:LegalResource ; eli:version \"2\" .",
        "amends|<policy/3> eli:amends <policy/7> .",
        "property|<policy/2> a eli:LegalResource ; eli:version \"2\" .",
        "date|<policy/2> a eli:LegalResource ; eli:version \"2\" ; eli:first_date_entry_in_force"
            + " \"soon\" .",
        "no-shape|<policy/2> eli:amends <policy/1> ; eli:version \"2\" . <policy/2/clauses/2.2>"
            + " city:enforcedBy <nothing> .",
        "no-shape|<policy/2> eli:amends <policy/1> ; eli:version \"2\" . <policy/2/clauses/6.1>"
            + " city:measuredBy <nothing> .",
        "no-clause|<policy/2> eli:amends <policy/1> ; eli:version \"2\" . <idle> a sh:NodeShape .",
        "two-clauses|<policy/2> eli:amends <policy/1> ; eli:version \"2\" . <policy/2/clauses/2.2>"
            + " city:enforcedBy <https://machinami.org/vocab/shapes#DistributionLicence> .",
        "settings|<policy/2> eli:amends <policy/1> ; eli:version \"2\" ."
            + " <policy/2/clauses/5.3#SmallCells> city:ofRule <another> .",
        "safe|<policy/2> eli:amends <policy/1> ; eli:version \"2\" . <policy/2/clauses/2.8>"
            + " city:enforcedBy <https://machinami.org/vocab/shapes#WellFormedIri> ."
      })
  void draft_thatIsNone_saysWhy(String codeAndText) {
    String[] parts = codeAndText.split("\\|", -1);
    Graph graph =
        turtle(
            "PREFIX eli: <http://data.europa.eu/eli/ontology#>\n"
                + "PREFIX city: <https://machinami.org/vocab/city#>\n"
                + "PREFIX sh: <http://www.w3.org/ns/shacl#>\n"
                + parts[1]);
    PolicyException e =
        assertThrows(PolicyException.class, () -> PolicyVersion.draft(graph, current, BASE));
    assertEquals(parts[0], e.code(), e.getMessage());
  }
}
