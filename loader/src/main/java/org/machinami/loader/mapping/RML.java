package org.machinami.loader.mapping;

import java.util.Set;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;

/** The words of R2RML, RML, FNML and our own that a mapping may use. */
final class RML {

  static final String RR = "http://www.w3.org/ns/r2rml#";
  static final String NS = "http://semweb.mmlab.be/ns/rml#";
  static final String QL = "http://semweb.mmlab.be/ns/ql#";
  static final String FNML = "http://semweb.mmlab.be/ns/fnml#";
  static final String FNO = "https://w3id.org/function/ontology#";
  static final String MAP = "https://machinami.org/vocab/mapping#";

  static final Property logicalSource = property(NS, "logicalSource");
  static final Property source = property(NS, "source");
  static final Property referenceFormulation = property(NS, "referenceFormulation");
  static final Property iterator = property(NS, "iterator");
  static final Property reference = property(NS, "reference");
  static final Property subjectMap = property(RR, "subjectMap");
  static final Property subject = property(RR, "subject");
  static final Property predicateObjectMap = property(RR, "predicateObjectMap");
  static final Property predicateMap = property(RR, "predicateMap");
  static final Property predicate = property(RR, "predicate");
  static final Property objectMap = property(RR, "objectMap");
  static final Property object = property(RR, "object");
  static final Property graphMap = property(RR, "graphMap");
  static final Property graph = property(RR, "graph");
  static final Property rrClass = property(RR, "class");
  static final Property template = property(RR, "template");
  static final Property constant = property(RR, "constant");
  static final Property termType = property(RR, "termType");
  static final Property datatype = property(RR, "datatype");
  static final Property language = property(RR, "language");
  static final Property parentTriplesMap = property(RR, "parentTriplesMap");
  static final Property joinCondition = property(RR, "joinCondition");
  static final Property child = property(RR, "child");
  static final Property parent = property(RR, "parent");
  static final Property functionValue = property(FNML, "functionValue");
  static final Property executes = property(FNO, "executes");
  static final Property column = property(MAP, "column");
  static final Property where = property(MAP, "where");
  static final Property name = property(MAP, "name");
  static final Property function = property(MAP, "function");
  static final Property of = property(MAP, "of");
  static final Property pattern = property(MAP, "pattern");
  static final Property not = property(MAP, "not");
  static final Property delimiter = property(MAP, "delimiter");
  static final Property skippedLines = property(MAP, "skippedLines");
  static final Property sheet = property(MAP, "sheet");
  static final Property encoding = property(MAP, "encoding");
  static final Property crs = property(MAP, "crs");

  /** Properties of {@link #MAP} that are options of functions. */
  static final Set<String> OPTIONS =
      Set.of("entry", "otherwise", "separator", "pattern", "offset", "level", "crs");

  private RML() {}

  private static Property property(String namespace, String name) {
    return ResourceFactory.createProperty(namespace, name);
  }
}
