package org.machinami.bench;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.CsvResolver;
import io.carml.model.TriplesMap;
import io.carml.util.RmlMappingLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.RDFFormat;

/** The peer of the mapping: CARML over a generated folder, thrice; prints the rate of each. */
final class CarmlRun {
  private static final int ROUNDS = 3;
  private static final IRI CSV =
      SimpleValueFactory.getInstance().createIRI("http://semweb.mmlab.be/ns/ql#CSV");

  private CarmlRun() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    // CARML 0.4 knows rml:source of a file by its literal, as our mapping gives it.
    String mapping = Files.readString(folder.resolve("counters.rml.ttl"));
    Path file = Files.writeString(folder.resolve("carml.ttl"), mapping);
    Set<TriplesMap> maps = RmlMappingLoader.build().load(RDFFormat.TURTLE, file);
    for (int round = 0; round < ROUNDS; round++) {
      RdfRmlMapper mapper =
          RdfRmlMapper.builder()
              .triplesMaps(maps)
              .fileResolver(folder)
              .setLogicalSourceResolver(CSV, CsvResolver::getInstance)
              .build();
      long start = System.nanoTime();
      long triples = mapper.map().count().block();
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("triples/s %.0f (%d triples)%n", triples / seconds, triples);
    }
  }
}
