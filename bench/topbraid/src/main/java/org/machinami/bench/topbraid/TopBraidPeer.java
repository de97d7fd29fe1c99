package org.machinami.bench.topbraid;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.topbraid.jenax.util.ARQFactory;
import org.topbraid.shacl.engine.ShapesGraph;
import org.topbraid.shacl.engine.ShapesGraphFactory;
import org.topbraid.shacl.validation.ValidationEngine;
import org.topbraid.shacl.validation.ValidationEngineFactory;
import org.topbraid.shacl.validation.ValidationUtil;
import org.topbraid.shacl.vocabulary.SH;

/**
 * TopBraid SHACL over descriptions that it reads from N-Quads, one graph after the other. Prints
 * seconds a round; its findings go to a file.
 */
public final class TopBraidPeer {

  private static final int ROUNDS = 2; // each takes minutes
  private static final URI SHAPES = URI.create("urn:machinami:shapes");

  private final Model shapes;
  private final ShapesGraph compiled;
  private final Set<String> findings = new TreeSet<>();

  private TopBraidPeer(Path file) {
    Model read = ModelFactory.createDefaultModel();
    RDFParser.source(file).lang(Lang.TURTLE).parse(read);
    // Without its own definitions of the constraint components it finds nothing.
    shapes = ValidationUtil.ensureToshTriplesExist(read);
    compiled = ShapesGraphFactory.get().createShapesGraph(shapes);
  }

  public static void main(String[] arguments) throws Exception {
    Path work = Path.of(arguments[0]);
    TopBraidPeer peer = new TopBraidPeer(work.resolve("shapes.ttl"));
    for (int round = 0; round < ROUNDS; round++) {
      peer.findings.clear();
      long start = System.nanoTime();
      int count = peer.judge(work.resolve("descriptions.nq"));
      System.out.printf(
          "seconds %.3f (%d descriptions, %d findings)%n",
          (System.nanoTime() - start) / 1e9, count, peer.findings.size());
    }
    Files.write(work.resolve("findings-topbraid.txt"), peer.findings, StandardCharsets.UTF_8);
  }

  private int judge(Path file) {
    Map<String, Graph> current = new LinkedHashMap<>();
    int[] count = {0};
    RDFParser.source(file)
        .lang(Lang.NQUADS)
        .parse(
            new StreamRDFBase() {
              @Override
              public void quad(Quad quad) {
                String name = quad.getGraph().getURI();
                if (!current.containsKey(name)) {
                  current.forEach(TopBraidPeer.this::judge);
                  current.clear();
                  current.put(name, GraphFactory.createDefaultGraph());
                  count[0]++;
                }
                current.get(name).add(quad.asTriple());
              }
            });
    current.forEach(this::judge);
    return count[0];
  }

  private void judge(String name, Graph graph) {
    Dataset dataset = ARQFactory.get().getDataset(ModelFactory.createModelForGraph(graph));
    dataset.addNamedModel(SHAPES.toString(), shapes);
    ValidationEngine engine = ValidationEngineFactory.get().create(dataset, SHAPES, compiled, null);
    try {
      engine.applyEntailments();
      engine.validateAll();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Model report = engine.getReport().getModel();
    report
        .listSubjectsWithProperty(SH.sourceShape)
        .forEachRemaining(result -> findings.add(text(name, result)));
  }

  private static String text(String name, Resource result) {
    Statement value = result.getProperty(SH.value);
    return String.join(
            " ",
            name,
            result.getProperty(SH.sourceShape).getObject().asNode().toString(),
            result.getProperty(SH.focusNode).getObject().asNode().toString(),
            value == null ? "" : value.getObject().asNode().toString())
        .replace('\n', ' ');
  }
}
