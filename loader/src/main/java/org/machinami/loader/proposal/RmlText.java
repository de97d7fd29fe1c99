package org.machinami.loader.proposal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.loader.proposal.Target.Form;

/** Writes a proposal as an RML mapping: one pass over the file, no blank rows of statements. */
final class RmlText {

  private static final Map<String, String> PREFIXES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("city", "https://machinami.org/vocab/city#"),
              Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
              Map.entry("dct", "http://purl.org/dc/terms/"),
              Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
              Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
              Map.entry("map", "https://machinami.org/vocab/mapping#"),
              Map.entry("ql", "http://semweb.mmlab.be/ns/ql#"),
              Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
              Map.entry("rml", "http://semweb.mmlab.be/ns/rml#"),
              Map.entry("rr", "http://www.w3.org/ns/r2rml#"),
              Map.entry("schema", "https://schema.org/"),
              Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
              Map.entry("sosa", "http://www.w3.org/ns/sosa/"),
              Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#")));

  private static final String NUMBER = "[△▲-]?[0-9][0-9,.]*";
  private static final Pattern UNIT =
      Pattern.compile(".*[0-9].*[\\p{L}\\p{So}&&[^円eE]].*|[約].*[0-9].*");

  private final Proposal proposal;
  private final FileProfile source;
  private final String suffix;
  private final List<String> derived = new ArrayList<>();
  private final List<String> pairs = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private String subject = "";

  /**
   * @param suffix of the names in the mapping, which tells them from those of another file
   */
  RmlText(Proposal proposal, String suffix) {
    this.proposal = proposal;
    this.source = proposal.source();
    this.suffix = suffix;
  }

  String write() {
    proposal.columns().forEach(column -> names.put(column.reference(), derive(column)));
    subject = subject();
    for (ProposedColumn column : proposal.columns()) {
      statements(column);
    }
    time();
    position();
    String body = source() + "\n" + thing() + String.join("", others);
    StringBuilder text = new StringBuilder();
    text.append("# Proposed for ").append(plain(source.file())).append(". Each row is a ");
    text.append(shortened(proposal.rowClass())).append(".\n");
    List<String> out =
        proposal.columns().stream()
            .filter(column -> column.target().form() == Form.NOTHING)
            .map(column -> plain(column.reference()))
            .toList();
    if (!out.isEmpty()) {
      text.append("# Left out: ").append(String.join(", ", out)).append(".\n");
    }
    text.append('\n');
    PREFIXES.forEach(
        (prefix, iri) -> {
          if (body.contains(" " + prefix + ":") || body.contains("^" + prefix + ":")) {
            text.append("PREFIX ").append(prefix).append(": <").append(iri).append(">\n");
          }
        });
    return text.append('\n').append(body).toString();
  }

  private String source() {
    StringBuilder text = new StringBuilder(name("source"));
    text.append(" rml:source ").append(quoted(source.file()));
    text.append(" ; rml:referenceFormulation ").append(shortened(source.formulation().iri()));
    if (source.formulation() == Formulation.JSON) {
      text.append(" ; rml:iterator ").append(quoted(source.iterator()));
    }
    if (source.formulation() == Formulation.CSV && source.delimiter() != ',') {
      text.append(" ; map:delimiter ").append(quoted(String.valueOf(source.delimiter())));
    }
    if (source.skippedLines() > 0) {
      text.append(" ; map:skippedLines ").append(source.skippedLines());
    }
    derived.forEach(column -> text.append(" ;\n  map:column ").append(column));
    return text.append(" .\n").toString();
  }

  /** The name under which the values of a column go on, after its function. */
  private String derive(ProposedColumn column) {
    Target target = column.target();
    String name = column.reference();
    boolean used = target.form() != Form.NEUTRAL && target.form() != Form.NOTHING;
    boolean listed =
        target.separator().isPresent()
            && column.samples().stream().anyMatch(s -> s.contains(target.separator().get()));
    if (used && listed) {
      name = derived(name, "split", "map:separator " + quoted(target.separator().get()));
    }
    if (used && hasUnit(column)) {
      name = derived(name, "normalise", "");
      name = derived(name, "extract", "map:pattern " + quoted(NUMBER));
    }
    if (used && target.function().isPresent()) {
      String options = "";
      if (!target.entries().isEmpty()) {
        options =
            "map:entry "
                + String.join(" , ", target.entries().stream().map(RmlText::quoted).toList());
        options += target.form() == Form.CONCEPT ? " ; map:otherwise \"\"" : "";
      }
      name = derived(name, target.function().get(), options);
    }
    return name;
  }

  /** Whether a number has more around it than {@code map:number} takes off. */
  private static boolean hasUnit(ProposedColumn column) {
    return column.target().function().filter("number"::equals).isPresent()
        && column.samples().stream()
            .map(sample -> Normalizer.normalize(sample, Normalizer.Form.NFKC))
            .anyMatch(sample -> UNIT.matcher(sample).matches());
  }

  private String derived(String of, String function, String options) {
    String name = of + "#" + function;
    derived.add(
        "[ map:name "
            + quoted(name)
            + " ; map:function map:"
            + function
            + " ; map:of "
            + quoted(of)
            + (options.isEmpty() ? "" : " ; " + options)
            + " ]");
    return name;
  }

  private String subject() {
    List<String> parts =
        proposal.key().columns().stream().map(reference -> braced(names.get(reference))).toList();
    return proposal.key().prefix() + (parts.isEmpty() ? "{@row}" : String.join("-", parts));
  }

  private String thing() {
    StringBuilder text = new StringBuilder(name("thing")).append(" a rr:TriplesMap ;\n");
    text.append("  rml:logicalSource ").append(name("source")).append(" ;\n");
    text.append("  rr:subjectMap [ rr:template ").append(quoted(subject));
    text.append(" ; rr:class ").append(shortened(proposal.rowClass())).append(" ]");
    pairs.forEach(pair -> text.append(" ;\n  ").append(pair));
    return text.append(" .\n").toString();
  }

  private void statements(ProposedColumn column) {
    Target target = column.target();
    String name = names.get(column.reference());
    String property = target.property().orElse("");
    switch (target.form()) {
      case LITERAL -> pair(property, "rml:reference " + quoted(name) + literal(target));
      case IRI, CONCEPT ->
          pair(property, "rml:reference " + quoted(name) + " ; rr:termType rr:IRI");
      case LINK ->
          pair(
              property,
              "rr:template " + quoted(target.link().orElse("{}").replace("{}", braced(name))));
      case NEUTRAL -> neutral(column);
      default -> {}
    }
  }

  private static String literal(Target target) {
    return target.datatype().map(iri -> " ; rr:datatype " + shortened(iri)).orElse("")
        + target.language().map(tag -> " ; rr:language " + quoted(tag)).orElse("");
  }

  private void pair(String property, String object) {
    pairs.add(
        "rr:predicateObjectMap [ rr:predicate "
            + shortened(property)
            + " ; rr:objectMap [ "
            + object
            + " ] ]");
  }

  /**
   * A value under the name of its column. The column of the function is empty where the cell is, so
   * that an empty cell makes no thing.
   */
  private void neutral(ProposedColumn column) {
    int number = proposal.columns().indexOf(column) + 1;
    String mark = "column-" + number;
    derived.add(
        "[ map:name "
            + quoted(mark)
            + " ; map:function map:lookup ; map:of "
            + quoted(column.reference())
            + " ; map:entry \"=\" ; map:otherwise "
            + quoted(mark)
            + " ]");
    String value = subject + "#" + braced(mark);
    pair("https://schema.org/additionalProperty", "rr:template " + quoted(value));
    others.add(
        "\n"
            + name(mark)
            + " a rr:TriplesMap ;\n  rml:logicalSource "
            + name("source")
            + " ;\n  rr:subjectMap [ rr:template "
            + quoted(value)
            + " ; rr:class schema:PropertyValue ] ;\n"
            + "  rr:predicateObjectMap [ rr:predicate schema:propertyID ; rr:object "
            + quoted(column.reference())
            + " ] ;\n  rr:predicateObjectMap [ rr:predicate rdfs:label ; rr:object "
            + quoted(column.reference())
            + "@ja ] ;\n"
            + "  rr:predicateObjectMap [ rr:predicate schema:value ; rr:objectMap [ rml:reference "
            + quoted(column.reference())
            + valueType(column)
            + " ] ] .\n");
  }

  private static String valueType(ProposedColumn column) {
    return switch (column.kind()) {
      case INTEGER -> " ; rr:datatype xsd:integer";
      case DECIMAL, LATITUDE, LONGITUDE -> " ; rr:datatype xsd:decimal";
      default -> "";
    };
  }

  /** Day and hour make a point in time, year and month a month. */
  private void time() {
    Optional<String> day = part(Form.DAY);
    Optional<String> hour = part(Form.HOUR);
    Optional<String> year = part(Form.YEAR);
    Optional<String> month = part(Form.MONTH);
    if (day.isPresent() && hour.isPresent()) {
      boolean clock =
          proposal.columns().stream()
              .anyMatch(c -> c.target().form() == Form.HOUR && c.kind() == ValueKind.TIME);
      String time = day.get() + "T" + hour.get() + (clock ? "" : ":00:00") + "+09:00";
      pair(
          "https://machinami.org/vocab/city#observedAt",
          "rr:template " + quoted(time) + " ; rr:termType rr:Literal ; rr:datatype xsd:dateTime");
    } else if (day.isPresent()) {
      date(Form.DAY, "https://machinami.org/vocab/city#observedOn", "xsd:date");
    }
    if (year.isPresent() && month.isPresent()) {
      pair(
          "https://machinami.org/vocab/city#observedMonth",
          "rr:template "
              + quoted(year.get() + "-" + month.get())
              + " ; rr:termType rr:Literal ; rr:datatype xsd:gYearMonth");
    } else if (year.isPresent()) {
      date(Form.YEAR, "https://machinami.org/vocab/city#observedYear", "xsd:gYear");
    }
  }

  private void date(Form form, String property, String datatype) {
    proposal.columns().stream()
        .filter(column -> column.target().form() == form)
        .forEach(
            column ->
                pair(
                    property,
                    "rml:reference "
                        + quoted(names.get(column.reference()))
                        + " ; rr:datatype "
                        + datatype));
  }

  private Optional<String> part(Form form) {
    return proposal.columns().stream()
        .filter(column -> column.target().form() == form)
        .findFirst()
        .map(column -> braced(names.get(column.reference())));
  }

  private void position() {
    Optional<String> latitude = part(Form.LATITUDE);
    Optional<String> longitude = part(Form.LONGITUDE);
    Optional<String> shape =
        proposal.columns().stream()
            .filter(column -> column.target().form() == Form.SHAPE)
            .findFirst()
            .map(column -> names.get(column.reference()));
    String object;
    if (shape.isPresent()) {
      object = "rml:reference " + quoted(shape.get()) + " ; rr:datatype geo:wktLiteral";
    } else if (latitude.isPresent() && longitude.isPresent()) {
      object =
          "rr:template "
              + quoted("POINT(" + longitude.get() + " " + latitude.get() + ")")
              + " ; rr:termType rr:Literal ; rr:datatype geo:wktLiteral";
    } else {
      return;
    }
    String geometry = subject + "#geometry";
    pair("http://www.opengis.net/ont/geosparql#hasGeometry", "rr:template " + quoted(geometry));
    others.add(
        0,
        "\n"
            + name("geometry")
            + " a rr:TriplesMap ;\n"
            + "  rml:logicalSource "
            + name("source")
            + " ;\n"
            + "  rr:subjectMap [ rr:template "
            + quoted(geometry)
            + " ; rr:class geo:Geometry ] ;\n"
            + "  rr:predicateObjectMap [ rr:predicate geo:asWKT ; rr:objectMap [ "
            + object
            + " ] ] .\n");
  }

  /** What something is called within the mapping. */
  private String name(String name) {
    return "<#" + name + suffix + ">";
  }

  /** A reference in a template. */
  private static String braced(String reference) {
    return "{" + reference.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}") + "}";
  }

  static String shortened(String iri) {
    for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
      String rest =
          iri.startsWith(prefix.getValue()) ? iri.substring(prefix.getValue().length()) : "";
      if (rest.matches("[A-Za-z][A-Za-z0-9_]*")) {
        return prefix.getKey() + ":" + rest;
      }
    }
    return "<" + iri + ">";
  }

  /** A text of Turtle. */
  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }

  /** A text in a comment. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cc}", " ");
  }
}
