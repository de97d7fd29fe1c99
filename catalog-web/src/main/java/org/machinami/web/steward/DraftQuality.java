package org.machinami.web.steward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.gate.Description;
import org.machinami.loader.repair.CellRepairs;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.Position;
import org.machinami.shapes.quality.Answer;
import org.machinami.shapes.quality.Checklist;
import org.machinami.shapes.quality.Fault;
import org.machinami.shapes.quality.Quality;
import org.machinami.shapes.quality.Question;
import org.machinami.shapes.quality.RuleResult;
import org.machinami.shapes.quality.RuleResult.Decision;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;

/**
 * How well programs can use the files of a draft, and what only a person can say of them.
 *
 * @param level 0 to 3, with what was answered
 * @param definition what the level means
 * @param broken rules that are, those of the lowest level first
 * @param asked what no program can decide
 * @param files hash of the files that were looked at, see {@link Draft#hash}
 */
public record DraftQuality(
    int level, Text definition, List<Broken> broken, List<Asked> asked, String files) {
  /** Ids of what can be answered; the last takes an answer back. */
  public static final List<String> REPLIES =
      Stream.concat(Stream.of(Answer.Reply.values()).map(Answer.Reply::id), Stream.of("")).toList();

  public DraftQuality {
    Objects.requireNonNull(definition, "definition");
    broken = List.copyOf(broken);
    asked = List.copyOf(asked);
    Objects.requireNonNull(files, "files");
  }

  /**
   * A rule that is broken.
   *
   * @param level that cannot be reached because of it
   * @param expected what the rule asks for
   * @param advice what to do
   * @param places the first of them
   * @param more how many there are besides
   */
  public record Broken(int level, String expected, String advice, List<Place> places, long more) {
    public Broken {
      places = List.copyOf(places);
    }
  }

  /**
   * A place in a file.
   *
   * @param words file, row and column
   * @param value what stands there; empty where nothing does
   */
  public record Place(String words, String value, Optional<ReportView.Mend> mend) {
    public Place {
      Objects.requireNonNull(mend, "mend");
    }
  }

  /**
   * A question, and what was answered.
   *
   * @param rule its number, such as {@code L3-04}
   * @param expected what the rule asks for
   * @param question what a person has to find out
   * @param places where to look
   * @param more how many there are besides
   * @param reply id of the answer, empty where there is none
   * @param given when
   * @param lapsed id of an answer that was given of other files, empty where there is none
   * @param published id of the answer that is published, empty text where the dataset is and the
   *     answer is not; absent where the dataset is not
   */
  public record Asked(
      String rule,
      String expected,
      String question,
      List<Place> places,
      long more,
      String reply,
      Optional<Instant> given,
      String lapsed,
      Optional<String> published) {
    public Asked {
      places = List.copyOf(places);
      Objects.requireNonNull(given, "given");
      Objects.requireNonNull(published, "published");
    }

    public boolean isOpen() {
      return reply.isEmpty();
    }

    /** Whether the draft says something else than what is published. */
    public boolean isChanged() {
      return published.isPresent() && !published.get().equals(reply);
    }
  }

  /**
   * What was answered.
   *
   * @param here of the files of the draft
   * @param lapsed of others
   * @param published with the dataset; empty where it is not published
   */
  record Given(List<Answer> here, List<Answer> lapsed, Optional<List<Answer>> published) {}

  /** How many questions nobody has answered. */
  public long open() {
    return asked.stream().filter(Asked::isOpen).count();
  }

  /** Whether something was answered that holds no more, because the files are others now. */
  public boolean hasLapsed() {
    return asked.stream().anyMatch(one -> one.isOpen() && !one.lapsed().isEmpty());
  }

  /**
   * From what a rehearsal found; empty where it has read no file.
   *
   * @param files hash of the files of the draft
   */
  static Optional<DraftQuality> of(
      DatasetReport report, Given given, String files, Labels labels, Language language) {
    Places places = new Places(CellRepairs.of(report), language);
    return report.quality().map(found -> of(found, given, files, places, labels));
  }

  private static DraftQuality of(
      Quality found, Given given, String files, Places places, Labels labels) {
    Checklist list = Checklist.of(found, given.here());
    Checklist before = Checklist.of(found, given.lapsed());
    Optional<Checklist> published = given.published().map(said -> Checklist.of(found, said));
    Quality quality = list.quality();
    Locale locale = places.language().locale();
    List<Broken> broken = new ArrayList<>();
    for (RuleResult result : quality.with(Decision.FAILED)) {
      broken.add(
          new Broken(
              result.rule().level(),
              result.rule().label(locale),
              result.rule().advice(locale),
              places.of(result.faults()),
              result.faults().isEmpty() ? 0 : result.count() - result.faults().size()));
    }
    List<Asked> asked = new ArrayList<>();
    for (Question question : list.questions()) {
      asked.add(
          new Asked(
              question.rule().id(),
              question.rule().label(locale),
              question.text(locale),
              places.of(question.places()),
              question.count() - question.places().size(),
              reply(list, question),
              list.answer(question.rule()).map(Answer::at),
              reply(before, question),
              published.map(said -> reply(said, question))));
    }
    return new DraftQuality(
        quality.level(),
        definition(quality.level(), labels, places.language()),
        broken,
        asked,
        files);
  }

  private static String reply(Checklist list, Question question) {
    return list.answer(question.rule()).map(answer -> answer.reply().id()).orElse("");
  }

  private static Text definition(int level, Labels labels, Language language) {
    return labels
        .definition(Vocabularies.concept("quality-level", Integer.toString(level)), language)
        .orElse(new Text("", ""));
  }

  /** Puts places into words. */
  private record Places(CellRepairs repairs, Language language) {
    List<Place> of(List<Fault> faults) {
      return faults.stream().map(this::place).toList();
    }

    private Place place(Fault fault) {
      return new Place(
          words(fault.at()),
          fault.value(),
          ReportView.mend(fault.repair(), repairs, language.locale()));
    }

    private String words(Position at) {
      Messages m = Messages.in(language);
      String column = at.column().orElse("");
      if (at.file().equals(Description.FILE)) {
        return m.text("steward.quality.field", column);
      }
      if (at.row().isEmpty()) {
        return column.isEmpty() ? at.file() : m.text("quality.place.column", at.file(), column);
      }
      return column.isEmpty()
          ? m.text("quality.place.row", at.file(), at.row().getAsLong())
          : m.text("quality.place.cell", at.file(), at.row().getAsLong(), column);
    }
  }
}
