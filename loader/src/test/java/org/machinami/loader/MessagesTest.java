package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Pattern KEY =
      Pattern.compile(
          "\"((?:row|source|mapping|recipe(?!\\.properties)|folder|description|rdf|load|propose)\\.[a-z-]+)\"");

  @Test
  void bundles_haveTheSameKeysAndPlaceholders() throws IOException {
    Properties ja = bundle("ja");
    Properties en = bundle("en");
    assertEquals(ja.stringPropertyNames(), en.stringPropertyNames());
    for (String key : en.stringPropertyNames()) {
      assertEquals(placeholders(en.getProperty(key)), placeholders(ja.getProperty(key)), key);
    }
  }

  @Test
  void bundles_haveEveryKeyThatTheCodeNames() throws IOException {
    Set<String> known = bundle("en").stringPropertyNames();
    Path sources = Path.of("src/main/java/org/machinami/loader");
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("harvest"))
          .forEach(file -> gather(file, named));
    }
    assertTrue(named.size() > 50, () -> "keys found: " + named);
    named.removeAll(known);
    assertEquals(Set.of(), named);
  }

  private static void gather(Path file, Set<String> keys) {
    try {
      Matcher matcher = KEY.matcher(Files.readString(file));
      while (matcher.find()) {
        keys.add(matcher.group(1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    try (var in =
        new InputStreamReader(
            Messages.class.getResourceAsStream("messages_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
