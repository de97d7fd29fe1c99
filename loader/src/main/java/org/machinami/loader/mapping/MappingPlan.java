package org.machinami.loader.mapping;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Compiled mapping files: which sources to read in which order, and what to do with their rows.
 * Holds state of joins: to be run once, by one thread.
 *
 * @param steps in the order in which they must be run
 * @param namesGraphs whether the mapping puts triples into graphs of its own
 * @param classes what it makes of the rows of each source
 */
public record MappingPlan(List<Step> steps, boolean namesGraphs, Map<String, Set<String>> classes) {

  /** A plan that reads nothing. */
  public static final MappingPlan EMPTY = new MappingPlan(List.of(), false, Map.of());

  /**
   * Reading one source.
   *
   * @param references what the rows must hold, slot by slot
   * @param extraSlots slots that the function fills itself
   * @param makesTriples false when the rows are only kept for a join
   * @param origins where in the rows the triples come from
   */
  public record Step(
      LogicalSource source,
      List<String> references,
      int extraSlots,
      boolean makesTriples,
      RowFunction function,
      Origins origins) {
    public Step {
      references = List.copyOf(references);
    }
  }

  public MappingPlan {
    steps = List.copyOf(steps);
    classes = Map.copyOf(classes);
  }

  /** IRIs of the classes that rows of a source become. */
  public Set<String> classesOf(String source) {
    return classes.getOrDefault(source, Set.of());
  }

  /**
   * Reads and compiles mapping files (Turtle).
   *
   * @param base IRI that relative IRIs are resolved against
   * @param scope within which equal names of blank nodes mean the same node; the id of the dataset
   * @throws LoadException when a file is no mapping that can be run, saying what and where
   */
  public static MappingPlan read(List<Path> files, String base, String scope) {
    List<TriplesMap> maps = new ArrayList<>();
    for (Path file : files) {
      maps.addAll(new RmlReader(file.getFileName().toString(), parse(file, base)).read());
    }
    return new MappingCompiler(base, scope).compile(maps);
  }

  /**
   * Compiles the text of a mapping.
   *
   * @param name what messages call it
   * @throws LoadException when it is no mapping that can be run, saying what and where
   */
  public static MappingPlan read(String name, String turtle, String base, String scope) {
    List<TriplesMap> maps = new RmlReader(name, parse(name, turtle, base)).read();
    return new MappingCompiler(base, scope).compile(maps);
  }

  private static Model parse(Path file, String base) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file), base);
    } catch (MalformedInputException e) {
      throw new LoadException(Fault.FOLDER, e, "mapping.syntax", file.getFileName(), "UTF-8");
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", file, e.toString());
    }
  }

  static Model parse(String name, String turtle, String base) {
    Model model = ModelFactory.createDefaultModel();
    try {
      RDFParser.fromString(turtle, Lang.TURTLE)
          .base(base)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(model);
    } catch (RiotException e) {
      throw new LoadException(Fault.FOLDER, e, "mapping.syntax", name, e.getMessage());
    } catch (StackOverflowError e) {
      throw new LoadException(Fault.FOLDER, e, "rdf.nesting", name);
    }
    return model;
  }
}
