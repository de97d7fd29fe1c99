package org.machinami.loader.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.Nearest;

/** Reads the triples maps of a mapping file; refuses words it does not know. */
final class RmlReader {

  private static final Set<String> WORDS =
      Stream.concat(
              Stream.of(
                      RML.logicalSource,
                      RML.source,
                      RML.referenceFormulation,
                      RML.iterator,
                      RML.reference,
                      RML.subjectMap,
                      RML.subject,
                      RML.predicateObjectMap,
                      RML.predicateMap,
                      RML.predicate,
                      RML.objectMap,
                      RML.object,
                      RML.graphMap,
                      RML.graph,
                      RML.rrClass,
                      RML.template,
                      RML.constant,
                      RML.termType,
                      RML.datatype,
                      RML.language,
                      RML.parentTriplesMap,
                      RML.joinCondition,
                      RML.child,
                      RML.parent,
                      RML.functionValue,
                      RML.column,
                      RML.where,
                      RML.name,
                      RML.function,
                      RML.of,
                      RML.pattern,
                      RML.not,
                      RML.delimiter,
                      RML.skippedLines,
                      RML.sheet,
                      RML.encoding)
                  .map(Property::getURI),
              RML.OPTIONS.stream().map(RML.MAP::concat))
          .collect(Collectors.toUnmodifiableSet());

  private final String file;
  private final Model model;

  RmlReader(String file, Model model) {
    this.file = file;
    this.model = model;
  }

  List<TriplesMap> read() {
    model
        .listStatements()
        .forEach(statement -> requireKnown(statement.getPredicate(), statement.getSubject()));
    List<Resource> maps =
        model.listSubjectsWithProperty(RML.logicalSource).toList().stream()
            .sorted((a, b) -> name(a).compareTo(name(b)))
            .toList();
    if (maps.isEmpty()) {
      throw wrong("mapping.no-triples-map");
    }
    List<TriplesMap> read = new ArrayList<>();
    for (Resource map : maps) {
      read.add(triplesMap(map));
    }
    return read;
  }

  private void requireKnown(Property property, Resource at) {
    String uri = property.getURI();
    boolean ours =
        Stream.of(RML.RR, RML.NS, RML.FNML).anyMatch(uri::startsWith)
            || (uri.startsWith(RML.MAP) && !at.hasProperty(RML.predicate));
    if (ours && !WORDS.contains(uri)) {
      throw wrong("mapping.unknown-word", uri, Nearest.of(uri, WORDS));
    }
  }

  private TriplesMap triplesMap(Resource map) {
    String name = name(map);
    SourceDescription source = new SourceDescription(this, only(map, RML.logicalSource));
    LogicalSource logical = source.read();
    List<RDFNode> subjects = objects(map, RML.subjectMap);
    List<RDFNode> shortcuts = objects(map, RML.subject);
    if (subjects.size() + shortcuts.size() != 1) {
      throw wrong("mapping.one-subject", name, subjects.size() + shortcuts.size());
    }
    TermMap subject;
    List<Node> classes = List.of();
    List<TermMap> graphs = List.of();
    if (subjects.isEmpty()) {
      subject = TermMap.constant(shortcuts.get(0).asNode());
    } else {
      Resource subjectMap = resource(map, RML.subjectMap, subjects.get(0));
      subject = termMap(subjectMap, TermMap.Type.IRI, source);
      classes = objects(subjectMap, RML.rrClass).stream().map(RDFNode::asNode).toList();
      graphs = graphs(subjectMap, source);
    }
    if (subject.type() == TermMap.Type.LITERAL || classes.stream().anyMatch(c -> !c.isURI())) {
      throw wrong("mapping.subject-literal", name);
    }
    List<PredicateObjectMap> predicateObjects = new ArrayList<>();
    for (RDFNode node : objects(map, RML.predicateObjectMap)) {
      predicateObjects.add(
          predicateObject(resource(map, RML.predicateObjectMap, node), name, source));
    }
    return new TriplesMap(
        name, source.complete(logical), subject, classes, graphs, predicateObjects);
  }

  private PredicateObjectMap predicateObject(Resource map, String name, SourceDescription source) {
    List<TermMap> predicates = new ArrayList<>();
    objects(map, RML.predicate).forEach(node -> predicates.add(TermMap.constant(node.asNode())));
    for (RDFNode node : objects(map, RML.predicateMap)) {
      predicates.add(termMap(resource(map, RML.predicateMap, node), TermMap.Type.IRI, source));
    }
    List<ObjectMap> objects = new ArrayList<>();
    objects(map, RML.object).forEach(node -> objects.add(TermMap.constant(node.asNode())));
    for (RDFNode node : objects(map, RML.objectMap)) {
      objects.add(objectMap(resource(map, RML.objectMap, node), source));
    }
    if (predicates.isEmpty() || objects.isEmpty()) {
      throw wrong("mapping.predicate-object", name);
    }
    if (predicates.stream().anyMatch(RmlReader::noPredicate)) {
      throw wrong("mapping.predicate-iri", name);
    }
    return new PredicateObjectMap(predicates, objects, graphs(map, source));
  }

  private static boolean noPredicate(TermMap map) {
    return map.type() != TermMap.Type.IRI
        || (map.kind() == TermMap.Kind.CONSTANT && !map.constant().isURI());
  }

  private ObjectMap objectMap(Resource map, SourceDescription source) {
    if (!map.hasProperty(RML.parentTriplesMap)) {
      return termMap(map, TermMap.Type.LITERAL, source);
    }
    List<RefObjectMap.Join> joins = new ArrayList<>();
    for (RDFNode node : objects(map, RML.joinCondition)) {
      Resource join = resource(map, RML.joinCondition, node);
      joins.add(new RefObjectMap.Join(text(join, RML.child), text(join, RML.parent)));
    }
    return new RefObjectMap(name(only(map, RML.parentTriplesMap)), joins);
  }

  private List<TermMap> graphs(Resource map, SourceDescription source) {
    List<TermMap> graphs = new ArrayList<>();
    objects(map, RML.graph).forEach(node -> graphs.add(TermMap.constant(node.asNode())));
    for (RDFNode node : objects(map, RML.graphMap)) {
      graphs.add(termMap(resource(map, RML.graphMap, node), TermMap.Type.IRI, source));
    }
    if (graphs.stream().anyMatch(RmlReader::noPredicate)) {
      throw wrong("mapping.graph-iri", name(map));
    }
    return graphs;
  }

  private TermMap termMap(Resource map, TermMap.Type usual, SourceDescription source) {
    Optional<String> language = find(map, RML.language);
    Optional<String> datatype =
        objects(map, RML.datatype).stream().findFirst().map(node -> node.asNode().getURI());
    language.ifPresent(this::requireLanguage);
    if (map.hasProperty(RML.constant)) {
      return TermMap.constant(objects(map, RML.constant).get(0).asNode());
    }
    boolean template = map.hasProperty(RML.template);
    boolean reference = map.hasProperty(RML.reference);
    boolean function = map.hasProperty(RML.functionValue);
    if (!template && !reference && !function) {
      throw wrong("mapping.term-map", name(map));
    }
    String text =
        template
            ? text(map, RML.template)
            : reference ? text(map, RML.reference) : source.functionColumn(map);
    TermMap.Type type = usual;
    if (usual == TermMap.Type.LITERAL && template && language.isEmpty() && datatype.isEmpty()) {
      type = TermMap.Type.IRI;
    }
    for (RDFNode node : objects(map, RML.termType)) {
      type =
          switch (node.isURIResource() ? node.asResource().getLocalName() : "") {
            case "IRI" -> TermMap.Type.IRI;
            case "BlankNode" -> TermMap.Type.BLANK_NODE;
            case "Literal" -> TermMap.Type.LITERAL;
            default -> throw wrong("mapping.term-type", node);
          };
    }
    TermMap.Kind kind = template ? TermMap.Kind.TEMPLATE : TermMap.Kind.REFERENCE;
    return new TermMap(kind, Node.ANY, text, type, datatype, language);
  }

  /** A tag whose first part could be a registered language: two or three letters. */
  private void requireLanguage(String tag) {
    if (!tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")) {
      throw wrong("mapping.language", tag);
    }
  }

  String name(Resource resource) {
    return resource.isURIResource() ? resource.getURI() : resource.getId().toString();
  }

  List<RDFNode> objects(Resource resource, Property property) {
    return resource.listProperties(property).toList().stream()
        .map(statement -> statement.getObject())
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  Resource only(Resource resource, Property property) {
    List<RDFNode> nodes = objects(resource, property);
    if (nodes.size() != 1) {
      throw wrong("mapping.only-one", name(resource), property.getLocalName(), nodes.size());
    }
    return resource(resource, property, nodes.get(0));
  }

  private Resource resource(Resource at, Property property, RDFNode node) {
    if (!node.isResource()) {
      throw wrong("mapping.no-resource", name(at), property.getLocalName(), node);
    }
    return node.asResource();
  }

  /** The only value of a property as text. */
  String text(Resource resource, Property property) {
    List<RDFNode> nodes = objects(resource, property);
    if (nodes.size() != 1) {
      throw wrong("mapping.only-one", name(resource), property.getLocalName(), nodes.size());
    }
    return text(nodes.get(0));
  }

  Optional<String> find(Resource resource, Property property) {
    return resource.hasProperty(property)
        ? Optional.of(text(resource, property))
        : Optional.empty();
  }

  static String text(RDFNode node) {
    return node.isLiteral() ? node.asLiteral().getLexicalForm() : node.toString();
  }

  /** The elements of a list, or a single value. */
  List<String> texts(Resource resource, Property property) {
    List<String> texts = new ArrayList<>();
    for (RDFNode node : objects(resource, property)) {
      boolean list =
          node.isResource() && (node.asResource().hasProperty(RDF.first) || RDF.nil.equals(node));
      if (list) {
        node.as(org.apache.jena.rdf.model.RDFList.class)
            .asJavaList()
            .forEach(element -> texts.add(text(element)));
      } else {
        texts.add(text(node));
      }
    }
    return texts;
  }

  LoadException wrong(String key, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = file;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new LoadException(Fault.FOLDER, key, all);
  }
}
