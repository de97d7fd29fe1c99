package org.machinami.web.steward.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.machinami.store.search.text.Analysis;
import org.machinami.store.search.text.Names;
import org.machinami.store.search.text.Romaji;
import org.machinami.store.search.text.Script;

/** A list with the spellings and sounds by which its entries are found. Immutable. */
final class LookupList {

  private static final int MOST_WORDS = 20;

  private final Map<String, LookupEntry> byIri = new LinkedHashMap<>();
  private final Map<String, Set<String>> byName = new HashMap<>();
  private final List<Searched> searched = new ArrayList<>();

  /** An entry with all by which it may be typed. */
  private record Searched(LookupEntry entry, Set<String> spellings) {}

  private LookupList(List<LookupEntry> entries) {
    try (Analysis analysis = new Analysis()) {
      for (LookupEntry entry : entries) {
        if (byIri.putIfAbsent(entry.iri(), entry) == null) {
          Set<String> names = new LinkedHashSet<>();
          names.add(Names.plain(entry.label().ja()));
          names.add(Names.plain(entry.label().en()));
          names.add(Names.plain(entry.code()));
          names.remove("");
          names.forEach(
              name -> byName.computeIfAbsent(name, k -> new HashSet<>()).add(entry.iri()));
          Set<String> spellings = new LinkedHashSet<>(names);
          sound(analysis, entry.label().ja()).ifPresent(spellings::add);
          searched.add(new Searched(entry, spellings));
        }
      }
    }
  }

  static LookupList of(List<LookupEntry> entries) {
    return new LookupList(entries);
  }

  private static Optional<String> sound(Analysis analysis, String name) {
    return Script.isJapanese(name)
        ? Analysis.sound(analysis.words(name, Analysis.Cut.JAPANESE, MOST_WORDS))
        : Optional.empty();
  }

  Optional<LookupEntry> find(String iri) {
    return Optional.ofNullable(byIri.get(iri));
  }

  List<LookupEntry> first(int most) {
    return byIri.values().stream().limit(most).toList();
  }

  Optional<String> resolve(String typed) {
    if (byIri.containsKey(typed)) {
      return Optional.of(typed);
    }
    Set<String> named = byName.getOrDefault(Names.plain(typed), Set.of());
    return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
  }

  List<LookupEntry> suggest(String typed, int most) {
    Set<String> wanted = wanted(typed);
    if (wanted.isEmpty()) {
      return first(most);
    }
    record Ranked(LookupEntry entry, int rank, int place) {}
    List<Ranked> ranked = new ArrayList<>();
    for (Searched one : searched) {
      OptionalInt rank = rank(one, wanted);
      if (rank.isPresent()) {
        ranked.add(new Ranked(one.entry(), rank.getAsInt(), ranked.size()));
      }
    }
    return ranked.stream()
        .sorted(Comparator.comparingInt(Ranked::rank).thenComparingInt(Ranked::place))
        .limit(most)
        .map(Ranked::entry)
        .toList();
  }

  /** What was typed in the spellings in which names are kept. */
  private static Set<String> wanted(String typed) {
    Set<String> wanted = new LinkedHashSet<>();
    String plain = Names.plain(typed);
    if (plain.isEmpty()) {
      return wanted;
    }
    wanted.add(plain);
    String letters = plain.replace(" ", "");
    String sound = Romaji.isKana(letters) ? Romaji.ofKana(letters) : Romaji.beginning(letters);
    if (!sound.isEmpty()) {
      wanted.add(sound);
    }
    return wanted;
  }

  /** Whole names before beginnings, beginnings before what stands within. */
  private static OptionalInt rank(Searched one, Set<String> wanted) {
    int best = Integer.MAX_VALUE;
    for (String spelling : one.spellings()) {
      for (String typed : wanted) {
        int at = spelling.indexOf(typed);
        if (at >= 0) {
          best = Math.min(best, spelling.equals(typed) ? 0 : at == 0 ? 1 : 2);
        }
      }
    }
    return best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
  }
}
