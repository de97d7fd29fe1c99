package org.machinami.store.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is typed into the search box, taken apart: words, "phrases" (also in 「」), a field before a
 * colon, a minus before what must not be there. Nothing that is typed is an error; a sign that
 * makes no sense where it stands is text.
 *
 * @param words at most {@value #MOST_WORDS}
 * @param cut whether more was typed than is looked for
 */
public record Typed(List<TypedWord> words, boolean cut) {
  /** More than anyone types. */
  public static final int MOST_WORDS = 16;

  private static final int MOST_CHARACTERS = 400;

  // U+3000 is the space of Japanese keyboards; control characters separate, too.
  private static final String SPACE = "\\s\\u3000\\p{Cntrl}";
  private static final Pattern PART =
      Pattern.compile(
          "(?<minus>[-－−])?"
              + "(?:(?<field>[\\p{L}]{1,20})[:：])?"
              + "(?:[\"“”](?<quoted>[^\"“”]*)(?:[\"“”]|$)"
              + "|「(?<bracketed>[^」]*)(?:」|$)"
              + "|(?<word>[^"
              + SPACE
              + "\"“”「]+))");

  public Typed {
    words = List.copyOf(words);
  }

  public static Typed parse(String typed) {
    int end = Math.min(MOST_CHARACTERS, typed.length());
    if (end < typed.length() && Character.isHighSurrogate(typed.charAt(end - 1))) {
      end--;
    }
    List<TypedWord> words = new ArrayList<>();
    Matcher parts = PART.matcher(typed.substring(0, end));
    boolean more = end < typed.strip().length();
    while (parts.find()) {
      if (words.size() == MOST_WORDS) {
        more = true;
        break;
      }
      word(parts).ifPresent(words::add);
    }
    return new Typed(words, more);
  }

  /** What is typed, as far as it is read; in the place of more stands "…". */
  public static String shortened(String typed) {
    if (typed.length() <= MOST_CHARACTERS + 2) {
      return typed;
    }
    boolean pair = Character.isLowSurrogate(typed.charAt(MOST_CHARACTERS));
    return typed.substring(0, pair ? MOST_CHARACTERS + 1 : MOST_CHARACTERS) + "…";
  }

  private static Optional<TypedWord> word(Matcher part) {
    String field = part.group("field");
    Optional<TypedField> known = Optional.ofNullable(field).flatMap(TypedField::find);
    boolean phrase = part.group("word") == null;
    String quoted = part.group("quoted") == null ? part.group("bracketed") : part.group("quoted");
    String text = (phrase ? quoted : part.group("word")).strip();
    if (field != null && known.isEmpty()) {
      text = field + ":" + text;
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new TypedWord(text, phrase, known, part.group("minus") != null));
  }

  /** As one would type it. */
  public String typed() {
    return words.stream().map(TypedWord::typed).collect(Collectors.joining(" "));
  }

  /** The same without one of its words. */
  public Typed without(int index) {
    List<TypedWord> rest = new ArrayList<>(words);
    rest.remove(index);
    return new Typed(rest, cut);
  }

  /** The same with another text in the place of one. */
  public Typed with(int index, String text) {
    List<TypedWord> changed = new ArrayList<>(words);
    changed.set(index, changed.get(index).as(text));
    return new Typed(changed, cut);
  }

  /** The same with phrases and fields as mere words. */
  public Typed loose() {
    return parse(
        words.stream()
            .map(TypedWord::loose)
            .map(TypedWord::typed)
            .collect(Collectors.joining(" ")));
  }
}
