package org.machinami.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.loader.gate.Skolem;

class RdfDataTest {

  private static final String BASE = "https://city.example/";

  @TempDir Path folder;
  private final RowCounts counts = new RowCounts();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data.ttl|<id/a> <p/q> 'x'@ja .",
        "data.nt|<https://city.example/id/a> <https://city.example/p/q> \"x\"@ja .",
        "data.nq|<https://city.example/id/a> <https://city.example/p/q> \"x\"@ja <http://g/> .",
        "data.trig|<http://g/> { <id/a> <p/q> 'x'@ja }",
        "data.rdf|<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns:p='https://city.example/p/'><rdf:Description rdf:about='id/a'>"
            + "<p:q xml:lang='ja'>x</p:q></rdf:Description></rdf:RDF>",
        "data.jsonld|{'@id':'id/a','https://city.example/p/q':{'@value':'x','@language':'ja'}}",
        "data.jsonld|{'@context':'https://city.example/vocab/context.jsonld','@id':'id/a',"
            + "'https://city.example/p/q':{'@value':'x','@language':'ja'}}",
      })
  void read_anySyntax_givesTheSameTriple(String name, String content) throws IOException {
    String json = name.endsWith("jsonld") ? content.replace('\'', '"') : content;
    assertEquals(
        List.of("https://city.example/id/a https://city.example/p/q \"x\"@ja"),
        read(name, json).stream().map(Triple::toString).toList());
  }

  /** The parser of JDK 24 and newer gives up at 100,000 of them unless it is told otherwise. */
  @Test
  void read_manyCharactersThatAreReferences_isWhole() throws IOException {
    String xml =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:p='http://e/'>"
            + "<rdf:Description rdf:about='http://e/a?b=1&amp;c=2'><p:q>"
            + "&amp;".repeat(150_000)
            + "</p:q></rdf:Description></rdf:RDF>";
    List<Triple> triples = read("data.rdf", xml);
    assertEquals("http://e/a?b=1&c=2", triples.get(0).getSubject().getURI());
    assertEquals("&".repeat(150_000), triples.get(0).getObject().getLiteralLexicalForm());
  }

  @Test
  void read_blankNodes_getTheSameIrisEachTime() throws IOException {
    String content = "<a> <b> [ <c> _:x ] . _:x <d> [ ] .";
    List<Triple> first = read("data.ttl", content);
    assertEquals(first, read("data.ttl", content));
    assertTrue(
        first.get(0).getSubject().isURI()
            && first.toString().contains(BASE + ".well-known/genid/"));
    assertEquals(3, first.stream().map(Triple::getSubject).distinct().count());
  }

  @Test
  void read_iriThatCannotBeWritten_isABadRow() throws IOException {
    List<Triple> triples =
        read("data.nt", "<relative> <http://e/p> \"x\" .\n<http://e/c> <http://e/p> \"x\" .\n");
    assertEquals(1, triples.size());
    assertEquals(1, counts.bad());
    assertEquals("relative", counts.listed().get(0).value());
    assertEquals(1, counts.listed().get(0).at().row());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data.rdf|<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:p='http://e/'>"
            + "<rdf:Description rdf:about='http://e/a'><p:q rdf:datatype='http://e/a\\b'>x</p:q>"
            + "<p:r>y</p:r></rdf:Description></rdf:RDF>",
        "data.jsonld|{'@id':'http://e/a','http://e/q':'\\ud800','http://e/r':'y'}",
      })
  void read_literalThatCannotBeWritten_isABadRow(String name, String content) throws IOException {
    String json = name.endsWith("jsonld") ? content.replace('\'', '"') : content;
    List<Triple> triples = read(name, json);
    assertEquals(
        List.of("http://e/a http://e/r \"y\""), triples.stream().map(Triple::toString).toList());
    assertEquals(1, counts.bad());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data.jsonld|{\"@context\":\"http://127.0.0.1:9/context.jsonld\",\"@id\":\"a\"}|rdf.syntax",
        "data.jsonld|{\"@context\":\"file:///etc/passwd\",\"@id\":\"a\"}|rdf.syntax",
        "data.jsonld|{\"@context\":{\"@import\":\"http://127.0.0.1:9/c\"},\"@id\":\"a\"}|rdf.syntax",
        "data.rdf|<!DOCTYPE r [<!ENTITY x 'y'>]><r/>|rdf.doctype",
        "data.rdf|<?xml version='1.0'?><!-- c --><!DOCTYPE r SYSTEM 'http://127.0.0.1:9/d'><r/>"
            + "|rdf.doctype",
        "data.ttl|<a> <b>|rdf.syntax",
        "data.ttl|'# nothing'|rdf.empty",
        "data.nt|' '|rdf.empty",
        "data.jsonld|[]|rdf.empty",
        "data.jsonld|<!doctype html><p>Not found|rdf.syntax",
        "data.ttl|<!doctype html><p>Not found|rdf.syntax",
        "data.nt|code,name|rdf.syntax",
        "data.rdf|code,name|rdf.syntax",
        "data.rdf|<r|rdf.syntax",
      })
  void read_hostileOrBroken_isRefused(String name, String content, String key) {
    LoadException e = assertThrows(LoadException.class, () -> read(name, content));
    assertEquals(key, e.key(), e::getMessage);
    assertTrue(e.getMessage().contains(name), e::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.ttl", "data.nt", "data.nq", "data.trig", "data.jsonld"})
  void read_wrongCharset_isRefusedWithItsLine(String name) throws IOException {
    String statement =
        name.endsWith("jsonld")
            ? "{\n\"@id\":\"http://e/a\",\"http://e/b\":\"駅\"}"
            : "\n<http://e/a> <http://e/b> \"駅\" .";
    Files.write(folder.resolve(name), statement.getBytes(Charset.forName("windows-31j")));
    LoadException e = assertThrows(LoadException.class, () -> read(name));
    assertEquals("source.not-utf-8", e.key(), e::getMessage);
    assertTrue(e.getMessage().contains(name) && e.getMessage().contains("2"), e::getMessage);
  }

  @Test
  void read_remoteContext_isNamedInTheError() {
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> read("data.jsonld", "{\"@context\":\"http://127.0.0.1:9/c\",\"@id\":\"a\"}"));
    assertTrue((e.getMessage() + e.getCause()).contains("http://127.0.0.1:9/c"), e::getMessage);
  }

  @Test
  void read_deepNesting_isRefused() {
    LoadException e =
        assertThrows(
            LoadException.class,
            () -> read("data.ttl", "<a> <b> " + "( ".repeat(200_000) + ")".repeat(200_000) + " ."));
    assertTrue(List.of("rdf.nesting", "rdf.syntax").contains(e.key()), e::getMessage);
  }

  private List<Triple> read(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
    return read(name);
  }

  private List<Triple> read(String name) {
    List<Triple> triples = new ArrayList<>();
    new RdfData(BASE, new Skolem(BASE, "d"), folder)
        .read(folder.resolve(name), counts, triples::add, read -> {});
    return triples;
  }
}
