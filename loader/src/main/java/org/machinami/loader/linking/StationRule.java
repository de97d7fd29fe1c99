package org.machinami.loader.linking;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stations (of one line, as the ontology has them) are the same when they have the same name near
 * by, the same operator and the same line. Where lines are called differently, the only station of
 * that name and operator is the same; several are a question.
 */
final class StationRule implements LinkRule {
  /** Beyond this it is another station of the same name. */
  private static final double FARTHEST = 1_500;

  /** Large stations have their platforms and exits within this. */
  private static final double NEAR = 600;

  private static final double BY_CODE = 0.99;

  private final RailwayNames railways;

  StationRule(RailwayNames railways) {
    this.railways = railways;
  }

  @Override
  public Set<String> blocks(LinkableThing thing) {
    Set<String> blocks =
        thing.names().stream().map(StationRule::spelling).collect(Collectors.toSet());
    blocks.addAll(thing.codes());
    return blocks;
  }

  private static String spelling(String name) {
    String text = Spelling.of(name);
    return text.length() > 1 && text.endsWith("駅") ? text.substring(0, text.length() - 1) : text;
  }

  private enum Same {
    YES,
    UNKNOWN,
    NO;

    static Same of(Set<String> ones, Set<String> others) {
      if (ones.isEmpty() || others.isEmpty()) {
        return UNKNOWN;
      }
      return Collections.disjoint(ones, others) ? NO : YES;
    }
  }

  @Override
  public Optional<Likeness> compare(LinkableThing one, LinkableThing other) {
    double metres = one.metresTo(other).orElse(NEAR);
    Same operator =
        Same.of(railways.operators(one.operators()), railways.operators(other.operators()));
    if (metres > FARTHEST || operator == Same.NO) {
      return Optional.empty();
    }
    if (!Collections.disjoint(one.codes(), other.codes())) {
      return Optional.of(Likeness.of(BY_CODE, LinkMethod.CODE));
    }
    Same line = Same.of(lines(one), lines(other));
    boolean placed = one.point().isPresent() && other.point().isPresent();
    boolean near = placed && metres <= NEAR;
    return switch (operator) {
      case YES -> Optional.of(sameOperator(line, near, placed));
      case UNKNOWN -> unknownOperator(line, near);
      case NO -> Optional.empty();
    };
  }

  private static Likeness sameOperator(Same line, boolean near, boolean placed) {
    return switch (line) {
      case YES -> Likeness.of(near ? 0.99 : placed ? 0.96 : 0.93, LinkMethod.NAME_LINE_PLACE);
      case UNKNOWN -> new Likeness(0.7, near ? 0.95 : 0.85, LinkMethod.NAME_PLACE);
      case NO -> new Likeness(0.6, near ? 0.93 : 0.8, LinkMethod.NAME_PLACE);
    };
  }

  private static Optional<Likeness> unknownOperator(Same line, boolean near) {
    return switch (line) {
      case YES -> Optional.of(Likeness.of(near ? 0.95 : 0.8, LinkMethod.NAME_LINE_PLACE));
      case UNKNOWN -> Optional.of(new Likeness(0.6, near ? 0.9 : 0.7, LinkMethod.NAME_PLACE));
      case NO -> Optional.empty();
    };
  }

  private Set<String> lines(LinkableThing thing) {
    return railways.lines(thing.lines(), thing.operators());
  }
}
