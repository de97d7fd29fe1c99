package org.machinami.web.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.machinami.ontology.Vocabularies;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** In which unit the values of a property are. Read once; thread-safe. */
public final class Units {
  public static final String HAS_UNIT = "http://qudt.org/schema/qudt/hasUnit";
  public static final String OBSERVED_PROPERTY = "http://www.w3.org/ns/sosa/observedProperty";
  public static final String RESULT = "http://www.w3.org/ns/sosa/hasSimpleResult";

  private final Graph graph;

  private Units(Graph graph) {
    this.graph = graph;
  }

  /** The bundled ones. */
  public static Units read() {
    Graph graph = Vocabularies.find("observed-property").orElseThrow().read();
    try (InputStream in = Units.class.getResourceAsStream("units.ttl")) {
      GraphUtil.addInto(
          graph,
          RDFParser.source(Objects.requireNonNull(in, "units.ttl")).lang(Lang.TURTLE).toGraph());
    } catch (IOException e) {
      throw new UncheckedIOException("Reading units.ttl", e);
    }
    return new Units(graph);
  }

  /** The unit of a property, or of what is observed, in the language; empty when it has none. */
  public Optional<Text> of(String iri, Language language) {
    Described property = Described.of(graph, iri);
    return property.all(HAS_UNIT).stream()
        .filter(u -> u.node().isURI())
        .findFirst()
        .map(u -> symbol(u.iri(), language))
        .orElseGet(
            () ->
                property.texts(language, HAS_UNIT).stream()
                    .filter(t -> t.in(language))
                    .findFirst());
  }

  /** The IRI of the unit of a property; empty when it has none, or one that has no IRI. */
  public Optional<String> iri(String property) {
    return Described.of(graph, property).all(HAS_UNIT).stream()
        .filter(unit -> unit.node().isURI())
        .map(Described::iri)
        .findFirst();
  }

  /** How people write the unit of that IRI. */
  public Optional<Text> symbol(String unit, Language language) {
    return Described.of(graph, unit).text(language, Terms.SKOS + "notation");
  }
}
