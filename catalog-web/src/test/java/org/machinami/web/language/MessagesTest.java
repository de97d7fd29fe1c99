package org.machinami.web.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundles and what uses them. */
final class MessagesTest {
  private static final Pattern USE =
      Pattern.compile("\\b(text|count)\\(\\s*\"([a-z-]+(?:\\.[a-z-]+)+)\"");

  /** Keys that stand in Java as values, such as the headings of filters or what a commit did. */
  private static final Pattern NAMED = Pattern.compile("\"((?:facet|vocab|history)\\.[a-z.-]+)\"");

  @Test
  void keys_areTheSameInBothLanguages() {
    assertEquals(
        new TreeSet<>(Messages.in(Language.JA).keys()),
        new TreeSet<>(Messages.in(Language.EN).keys()));
  }

  @Test
  void usedKeys_areInTheBundles() throws IOException {
    Set<String> used = used();
    assertTrue(used.size() > 80, "the search for keys found only " + used);
    Set<String> missing = new TreeSet<>(used);
    missing.removeAll(Messages.in(Language.JA).keys());
    assertTrue(missing.isEmpty(), "keys that no bundle has: " + missing);
  }

  @Test
  void japanese_hasNoTextThatIsTheEnglishOne() {
    Messages japanese = Messages.in(Language.JA);
    Messages english = Messages.in(Language.EN);
    Set<String> same = new TreeSet<>();
    for (String key : japanese.keys()) {
      if (japanese.text(key).equals(english.text(key))) {
        same.add(key);
      }
    }
    assertEquals(Set.of("site.name"), same);
  }

  @Test
  void text_replacesValues_andGroupsDigits() {
    assertEquals("17,829 件", Messages.in(Language.JA).count("tile.datasets", 17829));
    assertEquals("1 dataset", Messages.in(Language.EN).count("tile.datasets", 1));
  }

  @Test
  void size_roundsToPowersOfTen() {
    Messages m = Messages.in(Language.EN);
    assertEquals("999 B", m.size(999));
    assertEquals("7.9 kB", m.size(7_900));
    assertEquals("1 MB", m.size(999_999));
    assertEquals("120 MB", m.size(120_400_000));
  }

  private static Set<String> used() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path root : new Path[] {Path.of("src/main/jte"), Path.of("src/main/java")}) {
      assertTrue(Files.isDirectory(root), root.toAbsolutePath() + " is not a folder");
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(MessagesTest::isSource).toList()) {
          String source = Files.readString(file);
          collect(USE.matcher(source), 2, keys);
          if (file.toString().endsWith(".java")) {
            collect(NAMED.matcher(source), 1, keys);
          }
        }
      }
    }
    assertFalse(keys.isEmpty());
    return keys;
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    // The command line has messages of its own.
    boolean pages = !name.contains("/cli/") && !name.contains("/admin/");
    return pages && (name.endsWith(".jte") || name.endsWith(".java"));
  }

  private static void collect(Matcher matcher, int group, Set<String> into) {
    while (matcher.find()) {
      into.add(matcher.group(group));
    }
  }
}
