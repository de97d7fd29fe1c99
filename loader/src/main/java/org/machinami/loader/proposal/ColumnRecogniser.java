package org.machinami.loader.proposal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machinami.loader.proposal.Target.Form;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.Words;

/** Finds out what a column is: by its name, then by its values. */
final class ColumnRecogniser {

  private record Candidate(Target target, double confidence, Reason reason) {}

  private static final int OTHERS = 4;

  /** How the language of a column is written behind its name. */
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(.+?)[_.\\s（(\\['-]*"
              + "(英語表記|英語|英字|英名|英|カナ|かな|フリガナ|ふりがな|kana|hrkt|english|en|japanese|ja|fr|ko"
              + "|zh-hans|zh-hant)[)）'\\]]*",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("英語表記", "en"),
          Map.entry("英語", "en"),
          Map.entry("英字", "en"),
          Map.entry("英名", "en"),
          Map.entry("英", "en"),
          Map.entry("english", "en"),
          Map.entry("en", "en"),
          Map.entry("カナ", "ja-Hrkt"),
          Map.entry("かな", "ja-Hrkt"),
          Map.entry("フリガナ", "ja-Hrkt"),
          Map.entry("ふりがな", "ja-Hrkt"),
          Map.entry("kana", "ja-Hrkt"),
          Map.entry("hrkt", "ja-Hrkt"),
          Map.entry("japanese", "ja"),
          Map.entry("ja", "ja"),
          Map.entry("fr", "fr"),
          Map.entry("ko", "ko"),
          Map.entry("zh-hans", "zh-Hans"),
          Map.entry("zh-hant", "zh-Hant"));

  private static final Pattern UNIT = Pattern.compile("[\\s_]*[(（\\[［][^)）\\]］]*[)）\\]］]$");
  private static final Pattern UNIT_WORD =
      Pattern.compile("_(m|km|kw|mw|kwh|pct|percent|c|yen|円)$", Pattern.CASE_INSENSITIVE);

  /** What values alone tell, by the entry of the lexicon; with little confidence. */
  private static final Map<ValueKind, String> BY_VALUES =
      Map.ofEntries(
          Map.entry(ValueKind.LATITUDE, "latitude"),
          Map.entry(ValueKind.LONGITUDE, "longitude"),
          Map.entry(ValueKind.LOCAL_GOVERNMENT_CODE, "municipality"),
          Map.entry(ValueKind.MUNICIPALITY_CODE, "municipality"),
          Map.entry(ValueKind.MESH_CODE, "mesh"),
          Map.entry(ValueKind.TELEPHONE, "telephone"),
          Map.entry(ValueKind.POSTAL_CODE, "postal_code"),
          Map.entry(ValueKind.EMAIL, "email"),
          Map.entry(ValueKind.URL, "url"),
          Map.entry(ValueKind.DATE_TIME, "moment"));

  private final Optional<Contract> contract;

  ColumnRecogniser(Optional<Contract> contract) {
    this.contract = contract;
  }

  ProposedColumn recognise(ColumnProfile profile) {
    List<Candidate> candidates = new ArrayList<>();
    if (profile.reference().equals("geometry.wkt")) {
      Words shape = new Words("図形", "geometry");
      candidates.add(new Candidate(Target.of(Form.SHAPE, shape), 1, Reason.HEADER));
    }
    byContract(profile, candidates);
    double less = 0;
    for (String name : names(profile.reference())) {
      byName(name, profile, less, candidates);
      less += 0.05;
    }
    byLanguage(profile, candidates);
    byValues(profile, candidates);
    candidates.add(new Candidate(Target.neutral(Targets.named(profile)), 0, Reason.NONE));
    candidates.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
    Candidate best = candidates.get(0);
    Set<Target> others = new LinkedHashSet<>();
    candidates.stream()
        .map(Candidate::target)
        .filter(t -> !t.equals(best.target()))
        .forEach(others::add);
    return new ProposedColumn(
        profile.reference(),
        profile.samples(),
        profile.kind(),
        best.target(),
        best.confidence(),
        best.reason(),
        others.stream().limit(OTHERS).toList());
  }

  private void byContract(ColumnProfile profile, List<Candidate> candidates) {
    contract
        .flatMap(known -> known.column(profile.reference()))
        .ifPresent(
            column ->
                candidates.add(new Candidate(Targets.of(column, profile), 0.98, Reason.CONTRACT)));
    contract
        .flatMap(known -> known.respelled(profile.reference()))
        .ifPresent(
            column ->
                candidates.add(new Candidate(Targets.of(column, profile), 0.88, Reason.SPELLING)));
  }

  private static void byName(
      String name, ColumnProfile profile, double less, List<Candidate> candidates) {
    for (Lexicon.Sense sense : Lexicon.senses(name)) {
      Target target = Targets.of(sense.column(), profile);
      double fit = fits(target, profile) ? 1 : 0.5;
      candidates.add(
          new Candidate(target, Math.max(0, sense.confidence() - less) * fit, sense.reason()));
    }
  }

  /** Whether the values could be what the target wants. */
  private static boolean fits(Target target, ColumnProfile profile) {
    ValueKind kind = profile.kind();
    if (kind == ValueKind.EMPTY) {
      return true;
    }
    boolean words = kind == ValueKind.JAPANESE || kind == ValueKind.KANA || kind == ValueKind.LATIN;
    String datatype = target.datatype().orElse("");
    return switch (target.form()) {
      case LITERAL ->
          datatype.isEmpty()
              ? !(kind == ValueKind.DECIMAL && target.language().isPresent())
              : !(words && !datatype.endsWith("string"));
      case LATITUDE -> kind == ValueKind.LATITUDE || kind == ValueKind.DECIMAL;
      case LONGITUDE -> kind == ValueKind.LONGITUDE || kind == ValueKind.DECIMAL;
      case DAY -> kind.isDate() || kind == ValueKind.MIXED;
      case HOUR -> kind == ValueKind.INTEGER || kind == ValueKind.TIME || kind == ValueKind.MIXED;
      case YEAR -> kind == ValueKind.YEAR || kind == ValueKind.INTEGER;
      case MONTH -> kind == ValueKind.INTEGER;
      case LINK ->
          !target.link().filter(Terms.MUNICIPALITY_LINK::equals).isPresent()
              || kind == ValueKind.MUNICIPALITY_CODE
              || kind == ValueKind.LOCAL_GOVERNMENT_CODE
              || kind == ValueKind.INTEGER;
      default -> true;
    };
  }

  /** 名称_英語 is 名称 in English. */
  private static void byLanguage(ColumnProfile profile, List<Candidate> candidates) {
    Matcher matcher = LANGUAGE.matcher(profile.reference());
    if (!matcher.matches()) {
      return;
    }
    Optional<String> tag =
        Optional.ofNullable(TAGS.get(matcher.group(2).toLowerCase(java.util.Locale.ROOT)));
    for (String name : names(matcher.group(1))) {
      for (Lexicon.Sense sense : Lexicon.senses(name)) {
        Target target = Targets.of(sense.column(), profile);
        if (target.form() == Form.NOTHING) {
          candidates.add(new Candidate(target, sense.confidence() - 0.02, sense.reason()));
        } else if (target.language().isPresent()) {
          candidates.add(new Candidate(target.in(tag), sense.confidence() - 0.01, sense.reason()));
        }
      }
    }
  }

  private static void byValues(ColumnProfile profile, List<Candidate> candidates) {
    String entry = BY_VALUES.get(profile.kind());
    if (entry != null) {
      boolean several = profile.samples().size() > 1 || profile.filled() == 1;
      double sure = profile.kind() == ValueKind.MUNICIPALITY_CODE ? 0.4 : several ? 0.6 : 0.5;
      candidates.add(new Candidate(Targets.of(Lexicon.own(entry), profile), sure, Reason.VALUES));
    }
  }

  /** A name, the name without its unit, and, of a member of JSON, its last pieces. */
  static List<String> names(String reference) {
    Set<String> names = new LinkedHashSet<>();
    String plain = reference.replace("[*]", "").replaceAll("\\['([^']*)'\\]", ".$1");
    names.add(reference);
    names.add(plain);
    names.add(UNIT.matcher(plain).replaceFirst(""));
    names.add(UNIT_WORD.matcher(plain).replaceFirst(""));
    int dot = plain.lastIndexOf('.');
    if (dot > 0) {
      String last = plain.substring(dot + 1);
      names.add(last);
      names.add(UNIT.matcher(last).replaceFirst(""));
    }
    return new ArrayList<>(names);
  }
}
