package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.machinami.loader.mapping.LogicalSource.DerivedColumn;

/**
 * What a mapping says of the columns of its sources: to be shown, compared and corrected, not to be
 * run.
 */
public record MappingOutline(List<Thing> things) {

  /**
   * What a triples map makes of a row.
   *
   * @param source file that it reads
   * @param subject template of its IRI
   * @param keys columns that the IRI is made of
   * @param classes IRIs
   */
  public record Thing(
      String source, String subject, List<String> keys, List<String> classes, List<Use> uses) {
    public Thing {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(subject, "subject");
      keys = List.copyOf(keys);
      classes = List.copyOf(classes);
      uses = List.copyOf(uses);
    }
  }

  /**
   * That a column goes into the objects of a property.
   *
   * @param template text with references, where the object is made by one; else the reference
   * @param last whether in a template the column comes last
   * @param calls functions that its values go through, in order
   */
  public record Use(
      String column,
      String property,
      Optional<String> template,
      boolean last,
      boolean iri,
      Optional<String> datatype,
      Optional<String> language,
      List<Call> calls) {
    public Use {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(property, "property");
      Objects.requireNonNull(template, "template");
      Objects.requireNonNull(datatype, "datatype");
      Objects.requireNonNull(language, "language");
      calls = List.copyOf(calls);
    }
  }

  /** A function with its options. */
  public record Call(String function, Map<String, List<String>> options) {
    public Call {
      Objects.requireNonNull(function, "function");
      options = Map.copyOf(options);
    }
  }

  public MappingOutline {
    things = List.copyOf(things);
  }

  /**
   * Reads the text of a mapping.
   *
   * @param name what messages call it
   * @throws org.machinami.loader.LoadException when it is no mapping
   */
  public static MappingOutline read(String name, String turtle, String base) {
    List<TriplesMap> maps = new RmlReader(name, MappingPlan.parse(name, turtle, base)).read();
    return new MappingOutline(maps.stream().map(MappingOutline::thing).toList());
  }

  private static Thing thing(TriplesMap map) {
    List<Use> uses = new ArrayList<>();
    for (PredicateObjectMap pair : map.predicateObjects()) {
      for (TermMap predicate : pair.predicates()) {
        if (predicate.kind() != TermMap.Kind.CONSTANT) {
          continue;
        }
        for (ObjectMap object : pair.objects()) {
          if (object instanceof TermMap term && term.kind() != TermMap.Kind.CONSTANT) {
            add(uses, map.source(), predicate.constant(), term);
          }
        }
      }
    }
    TermMap subject = map.subject();
    boolean constant = subject.kind() == TermMap.Kind.CONSTANT;
    List<String> keys = new ArrayList<>();
    if (!constant) {
      subject
          .template()
          .references()
          .forEach(
              reference ->
                  traced(map.source(), reference).forEach(trace -> keys.add(trace.column())));
    }
    return new Thing(
        map.source().source(),
        constant ? subject.constant().toString() : subject.text(),
        keys.stream().distinct().toList(),
        map.classes().stream().map(Node::getURI).toList(),
        uses);
  }

  private static void add(List<Use> uses, LogicalSource source, Node predicate, TermMap term) {
    List<String> references = term.template().references();
    for (int i = 0; i < references.size(); i++) {
      for (Trace trace : traced(source, references.get(i))) {
        uses.add(
            new Use(
                trace.column(),
                predicate.getURI(),
                term.kind() == TermMap.Kind.TEMPLATE ? Optional.of(term.text()) : Optional.empty(),
                i > 0 && i == references.size() - 1,
                term.type() == TermMap.Type.IRI,
                term.datatype(),
                term.language(),
                trace.calls()));
      }
    }
  }

  /** A column, and through what its values go. */
  private record Trace(String column, List<Call> calls) {}

  private static List<Trace> traced(LogicalSource source, String reference) {
    return traced(source, reference, source.columns().size());
  }

  private static List<Trace> traced(LogicalSource source, String reference, int before) {
    for (int place = before - 1; place >= 0; place--) {
      DerivedColumn column = source.columns().get(place);
      if (column.name().equals(reference)) {
        List<Trace> traces = new ArrayList<>();
        for (String input : column.call().of()) {
          for (Trace trace : traced(source, input, place)) {
            List<Call> calls = new ArrayList<>(trace.calls());
            calls.add(new Call(column.call().function(), column.call().options().values()));
            traces.add(new Trace(trace.column(), calls));
          }
        }
        return traces;
      }
    }
    return List.of(new Trace(reference, List.of()));
  }
}
