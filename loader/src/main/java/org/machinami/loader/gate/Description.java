package org.machinami.loader.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.ontology.Iris;

/**
 * What a publisher says about a dataset, without blank nodes.
 *
 * @param id of the dataset
 * @param iri of the dataset
 * @param graph the statements; not to be changed
 */
public record Description(String id, String iri, Graph graph) {

  /** Name of the file in a dataset folder. */
  public static final String FILE = "dataset.ttl";

  public Description {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(graph, "graph");
  }

  /**
   * Reads the description in a folder; relative IRIs are resolved against the base.
   *
   * @throws LoadException when it is not Turtle or does not describe one dataset below the base
   */
  public static Description read(Path folder, String base) {
    Path file = folder.resolve(FILE);
    Graph parsed = GraphFactory.createDefaultGraph();
    try (InputStream in = Files.newInputStream(file)) {
      RDFParser.source(in)
          .lang(Lang.TURTLE)
          .base(base)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(parsed);
    } catch (RiotException e) {
      throw new LoadException(Fault.DATA, e, "rdf.syntax", file, e.getMessage());
    } catch (StackOverflowError e) {
      throw new LoadException(Fault.DATA, e, "rdf.nesting", file);
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
    List<Node> datasets =
        parsed
            .find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
            .mapWith(triple -> triple.getSubject())
            .toList();
    if (datasets.size() != 1) {
      throw new LoadException(Fault.DATA, "description.one-dataset", file, datasets.size());
    }
    String iri = datasets.get(0).toString();
    String id =
        new Iris(base)
            .datasetId(iri)
            .orElseThrow(() -> new LoadException(Fault.DATA, "description.iri", file, iri));
    return new Description(id, iri, new Skolem(base, id).apply(parsed));
  }
}
