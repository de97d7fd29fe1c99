package org.machinami.web.monitor.committee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.machinami.web.account.Account;
import org.machinami.web.records.Databases;
import org.machinami.web.records.Records;

final class QuestionRecordsTest {
  private static final LocalDate DUE = LocalDate.parse("2026-12-10");
  private static final Instant NOW = Instant.parse("2026-11-29T01:02:03.456Z");
  private static final Account MEMBER =
      new Account("bcdfghjk", "member", "委員", "", true, false, NOW, List.of());

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void question_goesFromOpenToClosed(Databases database) {
    try (Records records = Records.open(database.fresh(), directory)) {
      QuestionRecords questions = new QuestionRecords(records, Clock.fixed(NOW, ZoneOffset.UTC));
      QuestionRecords.Asked asked =
          new QuestionRecords.Asked("parks", "bureau", "2.7", DUE, "なぜ'; DROP TABLE x;--");
      Question one = questions.ask(asked, "a", MEMBER);
      assertEquals(one, questions.ask(asked, "a", MEMBER));
      assertEquals(QuestionState.OPEN, one.state(DUE));
      assertEquals(QuestionState.OVERDUE, one.state(DUE.plusDays(1)));
      assertEquals(NOW, one.created());
      assertTrue(questions.say(one, MEMBER, QuestionKind.ANSWERED, "はい", Optional.empty()));
      assertFalse(questions.say(one, MEMBER, QuestionKind.ANSWERED, "遅い", Optional.empty()));
      Question answered = questions.find(one.id()).orElseThrow();
      assertEquals(QuestionState.ANSWERED, answered.state(DUE.plusDays(1)));
      assertTrue(
          questions.say(
              answered, MEMBER, QuestionKind.ASKED_AGAIN, "では", Optional.of(DUE.plusDays(9))));
      Question again = questions.find(one.id()).orElseThrow();
      assertEquals(DUE.plusDays(9), again.due());
      assertEquals(QuestionState.OPEN, again.state(DUE.plusDays(1)));
      assertTrue(questions.say(again, MEMBER, QuestionKind.CLOSED, "", Optional.empty()));
      assertEquals(4, questions.revision());
      assertEquals(
          List.of("なぜ'; DROP TABLE x;--", "はい", "では", ""),
          questions.steps(one.id()).stream().map(Question.Step::said).toList());
      assertEquals(QuestionState.CLOSED, questions.list().get(0).state(DUE));
    }
  }
}
