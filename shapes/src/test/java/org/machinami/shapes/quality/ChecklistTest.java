package org.machinami.shapes.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.Position;
import org.machinami.shapes.quality.Answer.Reply;
import org.machinami.shapes.quality.RuleResult.Decision;

class ChecklistTest {
  private static final NamedGraphs NAMES = new NamedGraphs("https://city.example/");
  private static final String OFFICE = "https://city.example/publishers/office";
  private static final Instant MORNING = Instant.parse("2026-11-29T00:00:00Z");

  private static Quality found() {
    Fault mark = new Fault(new Position("a.csv", OptionalLong.of(3), Optional.of("人口")), "***");
    return new Quality(
        List.of(
            RuleResult.passed(Rule.FORMAT),
            new RuleResult(Rule.DATES, Decision.FAILED, 2, List.of()),
            RuleResult.undecidedBy(Rule.MARKS, 7, List.of(mark)),
            RuleResult.undecided(Rule.UNITS)));
  }

  private static Answer answer(Rule rule, Reply reply, int minutes) {
    return new Answer(rule, reply, OFFICE, MORNING.plusSeconds(60L * minutes));
  }

  @Test
  void questions_areTheUndecidedRules_withWhereToLook_inBothLanguages() {
    List<Question> questions = Checklist.of(found(), List.of()).questions();
    assertEquals(List.of(Rule.MARKS, Rule.UNITS), questions.stream().map(Question::rule).toList());
    assertEquals(7, questions.get(0).count());
    assertEquals("***", questions.get(0).places().get(0).value());
    for (Rule rule : Rule.values()) {
      assertTrue(rule.question(Locale.JAPANESE).length() > 5, rule.id());
      assertTrue(rule.question(Locale.ENGLISH).length() > 5, rule.id());
    }
  }

  @Test
  void quality_changesWithTheAnswers() {
    Quality broken = Checklist.of(found(), List.of(answer(Rule.MARKS, Reply.NO, 0))).quality();
    assertEquals(
        List.of(Rule.DATES, Rule.MARKS),
        broken.with(Decision.FAILED).stream().map(RuleResult::rule).toList());
    assertEquals(7, broken.results().get(2).count());
    Quality kept =
        Checklist.of(
                new Quality(List.of(RuleResult.undecided(Rule.UNITS))),
                List.of(answer(Rule.UNITS, Reply.YES, 0)))
            .quality();
    assertEquals(List.of(), kept.with(Decision.UNDECIDED));
    assertEquals(3, kept.level());
  }

  @Test
  void quality_aLaterAnswerGoesBeforeAnEarlier_whateverTheirOrder() {
    Checklist list =
        Checklist.of(
            found(), List.of(answer(Rule.UNITS, Reply.YES, 5), answer(Rule.UNITS, Reply.NO, 1)));
    assertEquals(Reply.YES, list.answer(Rule.UNITS).orElseThrow().reply());
    assertEquals(List.of(Rule.MARKS), list.open().stream().map(Question::rule).toList());
  }

  @Test
  void quality_whatTheProgramDecided_isNotAnsweredAway() {
    Checklist list = Checklist.of(found(), List.of(answer(Rule.DATES, Reply.YES, 0)));
    assertEquals(found().level(), list.quality().level());
    assertEquals(List.of(), list.given(Set.of()).answers());
  }

  @Test
  void quality_whatDoesNotConcernTheFiles_isLeftOut() {
    Quality quality =
        Checklist.of(found(), List.of(answer(Rule.UNITS, Reply.NOT_APPLICABLE, 0))).quality();
    assertTrue(quality.results().stream().noneMatch(result -> result.rule() == Rule.UNITS));
  }

  @Test
  void given_saysWhoAnsweredWhat_whenAndOfWhichFiles_andIsReadBack() {
    String file =
        GivenAnswers.name("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertEquals("ni:///sha-256;ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0", file);
    Answer no = answer(Rule.UNITS, Reply.NO, 0);
    GivenAnswers given = Checklist.of(found(), List.of(no)).given(Set.of(file));
    Graph graph = given.toGraph(NAMES, "d");
    Node node = NodeFactory.createURI(NAMES.verdict("d") + "#answer-" + Rule.UNITS.id());
    assertTrue(
        graph.contains(
            node, OA.hasTarget.asNode(), NodeFactory.createURI("https://city.example/datasets/d")));
    assertTrue(
        graph.contains(node, DCTerms.subject.asNode(), NodeFactory.createURI(Rule.UNITS.iri())));
    assertEquals(8, graph.size());
    assertEquals(given, GivenAnswers.read(graph));
  }

  @Test
  void given_holdsOfTheSameFilesOnly() {
    Answer no = answer(Rule.UNITS, Reply.NO, 0);
    GivenAnswers given = new GivenAnswers(List.of(no), Set.of("ni:///sha-256;a"));
    assertEquals(List.of(no), given.of(Set.of("ni:///sha-256;a")));
    assertEquals(List.of(), given.of(Set.of("ni:///sha-256;b")));
    assertEquals(List.of(), given.of(Set.of("ni:///sha-256;a", "ni:///sha-256;b")), "one more");
    GivenAnswers unknown = new GivenAnswers(List.of(no), Set.of());
    assertEquals(List.of(), unknown.of(Set.of()), "of files that are not known");
  }

  @Test
  void answer_byAName_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Answer(Rule.UNITS, Reply.YES, "山田", MORNING));
  }
}
