package org.machinami.loader.mapping;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;

/**
 * The text of a mapping, parted into what it makes of one source and the rest.
 *
 * @param found whether it makes anything of the source
 * @param names of its triples maps, as their IRIs have them behind {@code #}
 * @param rest the mapping without these; empty where no triples map is left
 */
public record SourceParts(boolean found, Set<String> names, String rest) {
  private static final String BASE = "http://localhost/";

  public SourceParts {
    names = Set.copyOf(names);
    Objects.requireNonNull(rest, "rest");
  }

  /**
   * Parts a mapping. Comments are lost where there is a rest.
   *
   * @param name what messages call it
   * @param source as the mapping names it
   * @throws org.machinami.loader.LoadException when it is no Turtle
   */
  public static SourceParts of(String name, String turtle, String source) {
    Model model = MappingPlan.parse(name, turtle, BASE);
    Set<String> names = new HashSet<>();
    boolean found = false;
    for (Resource map : model.listSubjectsWithProperty(RML.logicalSource).toList()) {
      Resource logical = map.getPropertyResourceValue(RML.logicalSource);
      if (logical != null && logical.hasProperty(RML.source, source)) {
        found = true;
        if (map.isURIResource()) {
          names.add(map.getURI().replaceFirst("^[^#]*#", ""));
        }
        map.removeAll(RML.logicalSource);
        remove(model, map);
        if (!model.contains(null, RML.logicalSource, logical)) {
          remove(model, logical);
        }
      }
    }
    boolean left = model.contains(null, RML.logicalSource);
    return new SourceParts(found, names, left ? text(model) : "");
  }

  /** What is said of a node, and of those without a name below it. */
  private static void remove(Model model, Resource node) {
    for (Statement statement : node.listProperties().toList()) {
      model.remove(statement);
      if (statement.getObject().isAnon()) {
        remove(model, statement.getResource());
      }
    }
  }

  private static String text(Model model) {
    return RDFWriter.source(model)
        .format(RDFFormat.TURTLE_PRETTY)
        .base(BASE)
        .set(RIOT.symTurtleOmitBase, true)
        .asString();
  }
}
