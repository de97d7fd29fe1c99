package org.machinami.web.quads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** A query from a {@code .rq} file beside the class that asks it, parsed once. Immutable. */
public record PageQuery(String name, Query query) {
  /**
   * Reads {@code Owner/file} from the resources of the owner's package; a missing or wrong file
   * stops the start.
   */
  public static PageQuery read(Class<?> owner, String file) {
    String name = owner.getSimpleName() + "/" + file;
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No query " + name + " beside " + owner.getName());
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new PageQuery(name, QueryFactory.create(text));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading query " + name, e);
    }
  }

  /** The query with values in the place of the named variables. */
  public Query with(Map<String, Node> values) {
    Map<Var, Node> substitutions = new HashMap<>();
    values.forEach((variable, node) -> substitutions.put(Var.alloc(variable), node));
    return QueryTransformOps.syntaxSubstitute(query, substitutions);
  }
}
