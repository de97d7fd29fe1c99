package org.machinami.loader.linking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides which things are the same. A thing has at most one counterpart in another dataset: two
 * that are as likely are a question. Deterministic; for use by one thread.
 */
final class Linker {
  /** From here on a link goes into the data without a person. */
  static final double SURE = 0.9;

  /** From here on a person is asked. */
  static final double WORTH_ASKING = 0.5;

  /** By so much a link must be likelier than every other that contradicts it. */
  private static final double MARGIN = 0.03;

  /** A block of more things says nothing, such as the name 公園 without a municipality. */
  private static final int MOST_IN_BLOCK = 500;

  private final Map<ThingKind, LinkRule> rules;
  private final Map<String, Answer> answers = new HashMap<>();

  Linker(Map<ThingKind, LinkRule> rules, Collection<Answer> answers) {
    this.rules = Map.copyOf(rules);
    answers.forEach(answer -> this.answers.put(answer.key(), answer));
  }

  /** The rules for all kinds. */
  static Map<ThingKind, LinkRule> rules() {
    return Map.of(
        ThingKind.MUNICIPALITY, new MunicipalityRule(),
        ThingKind.STATION, new StationRule(RailwayNames.bundled()),
        ThingKind.FACILITY, new FacilityRule(),
        ThingKind.MESH_CELL, new CodeRule());
  }

  /**
   * Two things that are compared; the first is the one whose dataset's id comes first.
   *
   * @param number among the pairs of a kind, from 0
   */
  private record Pair(int number, LinkableThing one, LinkableThing other, Likeness likeness) {
    boolean contradicts(Pair that) {
      boolean sameOne = one.iri().equals(that.one.iri()) && inOneDataset(other, that.other);
      boolean sameOther = other.iri().equals(that.other.iri()) && inOneDataset(one, that.one);
      return number != that.number && (sameOne || sameOther);
    }

    private static boolean inOneDataset(LinkableThing a, LinkableThing b) {
      return !Collections.disjoint(a.datasets(), b.datasets());
    }
  }

  /**
   * Links things.
   *
   * @param things each IRI once
   */
  Linking link(Collection<LinkableThing> things) {
    List<Link> links = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    int skipped = 0;
    for (ThingKind kind : ThingKind.values()) {
      List<LinkableThing> ofKind =
          things.stream()
              .filter(thing -> thing.kind() == kind)
              .sorted(
                  Comparator.comparing((LinkableThing thing) -> thing.datasets().first())
                      .thenComparing(LinkableThing::iri))
              .toList();
      Blocks blocks = new Blocks(rules.get(kind), ofKind);
      skipped += blocks.skipped;
      decide(blocks.pairs, links, questions);
    }
    return new Linking(links, questions, skipped);
  }

  /** Compares what shares a block. */
  private final class Blocks {
    private final LinkRule rule;
    private final List<LinkableThing> things;
    private final List<Pair> pairs = new ArrayList<>();
    private int skipped;

    Blocks(LinkRule rule, List<LinkableThing> things) {
      this.rule = rule;
      this.things = things;
      Map<String, List<Integer>> blocks = new LinkedHashMap<>();
      for (int i = 0; i < things.size(); i++) {
        for (String block : rule.blocks(things.get(i))) {
          blocks.computeIfAbsent(block, key -> new ArrayList<>()).add(i);
        }
      }
      Set<Long> compared = new HashSet<>();
      for (List<Integer> block : blocks.values()) {
        if (block.size() > MOST_IN_BLOCK) {
          skipped++;
        } else {
          compareAll(block, compared);
        }
      }
    }

    private void compareAll(List<Integer> block, Set<Long> compared) {
      for (int i = 0; i < block.size(); i++) {
        for (int j = i + 1; j < block.size(); j++) {
          int first = block.get(i);
          int second = block.get(j);
          if (compared.add((long) first << Integer.SIZE | second)) {
            LinkableThing one = things.get(first);
            LinkableThing other = things.get(second);
            compare(one, other)
                .ifPresent(likeness -> pairs.add(new Pair(pairs.size(), one, other, likeness)));
          }
        }
      }
    }

    private Optional<Likeness> compare(LinkableThing one, LinkableThing other) {
      if (Pair.inOneDataset(one, other)) {
        return Optional.empty();
      }
      Answer answer = answers.get(Link.keyOf(one.iri(), other.iri()));
      if (answer != null) {
        return answer.same() ? Optional.of(Likeness.of(1, LinkMethod.PERSON)) : Optional.empty();
      }
      return rule.compare(one, other).filter(likeness -> likeness.alone() >= WORTH_ASKING);
    }
  }

  private static void decide(List<Pair> pairs, List<Link> links, List<Question> questions) {
    Map<String, List<Pair>> ofThing = new HashMap<>();
    for (Pair pair : pairs) {
      ofThing.computeIfAbsent(pair.one().iri(), key -> new ArrayList<>()).add(pair);
      ofThing.computeIfAbsent(pair.other().iri(), key -> new ArrayList<>()).add(pair);
    }
    List<List<Pair>> against = new ArrayList<>();
    for (Pair pair : pairs) {
      against.add(
          Stream.of(pair.one(), pair.other())
              .flatMap(thing -> ofThing.get(thing.iri()).stream())
              .filter(pair::contradicts)
              .toList());
    }
    BitSet sure = new BitSet();
    for (Pair pair : pairs) {
      double confidence = confidence(pair, against);
      boolean best =
          against.get(pair.number()).stream()
              .allMatch(other -> confidence(other, against) + MARGIN <= confidence);
      if (confidence >= SURE && best) {
        sure.set(pair.number());
        links.add(toLink(pair, confidence));
      }
    }
    Map<String, List<Link>> open = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      double confidence = confidence(pair, against);
      boolean decided =
          sure.get(pair.number())
              || against.get(pair.number()).stream().anyMatch(other -> sure.get(other.number()));
      if (!decided && confidence >= WORTH_ASKING) {
        open.computeIfAbsent(pair.one().iri(), key -> new ArrayList<>())
            .add(toLink(pair, confidence));
      }
    }
    for (List<Link> candidates : open.values()) {
      candidates.sort(
          Comparator.comparingDouble(Link::confidence).reversed().thenComparing(Link::key));
      questions.add(new Question(candidates.get(0).from(), candidates));
    }
  }

  private static double confidence(Pair pair, List<List<Pair>> against) {
    return against.get(pair.number()).isEmpty()
        ? pair.likeness().alone()
        : pair.likeness().confidence();
  }

  private static Link toLink(Pair pair, double confidence) {
    return new Link(
        Link.End.of(pair.one()),
        Link.End.of(pair.other()),
        pair.one().sharesClassWith(pair.other()),
        pair.likeness().method(),
        confidence,
        pair.one().metresTo(pair.other()).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
  }
}
