package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** XML of others is read in one way only: each other parser would have to be hardened again. */
final class XmlParsersTest {
  private static final Pattern PARSER =
      Pattern.compile(
          "\\b(XMLInputFactory|SAXParserFactory|XMLReaderFactory|DocumentBuilderFactory"
              + "|TransformerFactory|SchemaFactory|XPathFactory)\\b");

  @Test
  void parsersOfXml_areMadeInOneClass() throws IOException {
    Path home = Path.of(System.getProperty("machinami.home"));
    Set<String> makers = new TreeSet<>();
    int modules = 0;
    for (Path sources : sources(home)) {
      modules++;
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          if (PARSER.matcher(Files.readString(file)).find()) {
            makers.add(file.getFileName().toString());
          }
        }
      }
    }
    assertTrue(modules >= 8, modules + " modules");
    assertEquals(Set.of("XmlSource.java"), makers);
  }

  private static List<Path> sources(Path home) throws IOException {
    try (Stream<Path> modules = Files.list(home)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .toList();
    }
  }
}
