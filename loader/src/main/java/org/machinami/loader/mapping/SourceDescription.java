package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.machinami.loader.mapping.LogicalSource.DerivedColumn;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.loader.mapping.LogicalSource.RowCondition;

/**
 * Reads a logical source with its derived columns, and gathers the columns that functions inside
 * term maps ask for.
 */
final class SourceDescription {

  private final RmlReader reader;
  private final Resource source;
  private final List<DerivedColumn> columns = new ArrayList<>();

  SourceDescription(RmlReader reader, Resource source) {
    this.reader = reader;
    this.source = source;
  }

  LogicalSource read() {
    Formulation formulation = formulation();
    for (RDFNode node : byOrder(reader.objects(source, RML.column))) {
      Resource column = node.asResource();
      columns.add(new DerivedColumn(reader.text(column, RML.name), call(column)));
    }
    List<RowCondition> conditions = new ArrayList<>();
    for (RDFNode node : reader.objects(source, RML.where)) {
      Resource condition = node.asResource();
      boolean negated = condition.hasProperty(RML.not);
      conditions.add(
          new RowCondition(
              reader.text(condition, RML.of),
              reader.text(condition, negated ? RML.not : RML.pattern),
              negated));
    }
    String delimiter = reader.find(source, RML.delimiter).orElse(",");
    if (delimiter.length() != 1) {
      throw reader.wrong("mapping.delimiter", delimiter);
    }
    String iterator =
        reader.find(source, RML.iterator).orElse(formulation == Formulation.JSON ? "$" : "");
    return new LogicalSource(
        reader.text(source, RML.source),
        formulation,
        iterator,
        delimiter.charAt(0),
        reader.find(source, RML.skippedLines).map(this::number).orElse(0),
        reader.find(source, RML.encoding),
        reader.find(source, RML.sheet),
        reader.find(source, RML.crs),
        List.of(),
        conditions);
  }

  /** The source with all columns that were asked for since it was read. */
  LogicalSource complete(LogicalSource read) {
    return new LogicalSource(
        read.source(),
        read.formulation(),
        read.iterator(),
        read.delimiter(),
        read.skippedLines(),
        read.encoding(),
        read.sheet(),
        read.crs(),
        columns,
        read.conditions());
  }

  /** Columns that use others come after them. */
  private List<RDFNode> byOrder(List<RDFNode> nodes) {
    Map<String, RDFNode> byName = new HashMap<>();
    nodes.forEach(node -> byName.put(reader.text(node.asResource(), RML.name), node));
    List<RDFNode> ordered = new ArrayList<>();
    List<String> open = new ArrayList<>();
    byName.keySet().stream().sorted().forEach(name -> visit(name, byName, ordered, open));
    return ordered;
  }

  private void visit(
      String name, Map<String, RDFNode> byName, List<RDFNode> ordered, List<String> open) {
    RDFNode node = byName.get(name);
    if (node == null || ordered.contains(node)) {
      return;
    }
    if (open.contains(name)) {
      throw reader.wrong("mapping.column-circle", name);
    }
    open.add(name);
    for (String used : call(node.asResource()).of()) {
      if (!used.equals(name)) {
        visit(used, byName, ordered, open);
      }
    }
    ordered.add(node);
  }

  /** A column for the function inside a term map; equal calls share one. */
  String functionColumn(Resource termMap) {
    Resource execution = reader.only(termMap, RML.functionValue);
    String function = "";
    List<String> of = new ArrayList<>();
    Map<String, List<String>> options = new HashMap<>();
    for (RDFNode node : reader.objects(execution, RML.predicateObjectMap)) {
      Resource pair = node.asResource();
      String predicate =
          pair.hasProperty(RML.predicate)
              ? reader.text(pair, RML.predicate)
              : reader.text(reader.only(pair, RML.predicateMap), RML.constant);
      String constant = constant(pair);
      if (predicate.equals(RML.executes.getURI())) {
        function = localName(constant);
      } else if (predicate.equals(RML.of.getURI())) {
        of.add(reference(pair));
      } else {
        options.computeIfAbsent(localName(predicate), name -> new ArrayList<>()).add(constant);
      }
    }
    return column(new FunctionCall(function, of, new FunctionOptions(options)));
  }

  private String constant(Resource pair) {
    if (pair.hasProperty(RML.object)) {
      return reader.text(pair, RML.object);
    }
    Resource map = reader.only(pair, RML.objectMap);
    return map.hasProperty(RML.constant) ? reader.text(map, RML.constant) : "";
  }

  private String reference(Resource pair) {
    Resource map = reader.only(pair, RML.objectMap);
    if (map.hasProperty(RML.functionValue)) {
      return functionColumn(map);
    }
    return map.hasProperty(RML.template)
        ? column(template(reader.text(map, RML.template)))
        : reader.text(map, RML.reference);
  }

  private String column(FunctionCall call) {
    for (DerivedColumn column : columns) {
      if (column.call().equals(call)) {
        return column.name();
      }
    }
    String name = "@" + call;
    columns.add(new DerivedColumn(name, call));
    return name;
  }

  private static FunctionCall template(String template) {
    return new FunctionCall(
        Functions.TEMPLATE,
        Template.parse(template).references(),
        new FunctionOptions(Map.of(Functions.TEMPLATE, List.of(template))));
  }

  private FunctionCall call(Resource column) {
    if (column.hasProperty(RML.template)) {
      return template(reader.text(column, RML.template));
    }
    Map<String, List<String>> options = new HashMap<>();
    for (Statement statement : column.listProperties().toList()) {
      String name = statement.getPredicate().getURI();
      if (name.startsWith(RML.MAP) && RML.OPTIONS.contains(localName(name))) {
        options
            .computeIfAbsent(localName(name), key -> new ArrayList<>())
            .add(RmlReader.text(statement.getObject()));
      }
    }
    return new FunctionCall(
        localName(reader.text(column, RML.function)),
        reader.texts(column, RML.of),
        new FunctionOptions(options));
  }

  private static String localName(String iri) {
    return iri.startsWith(RML.MAP) ? iri.substring(RML.MAP.length()) : iri;
  }

  private int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw reader.wrong("mapping.number", text);
    }
  }

  private Formulation formulation() {
    String iri = reader.text(source, RML.referenceFormulation);
    for (Formulation known : Formulation.values()) {
      if (known.iri().equals(iri)) {
        return known;
      }
    }
    String known =
        Arrays.stream(Formulation.values())
            .map(Formulation::iri)
            .map(name -> name.replace(RML.QL, "ql:").replace(RML.MAP, "map:"))
            .collect(Collectors.joining(", "));
    throw reader.wrong("mapping.formulation", iri, known);
  }
}
