package org.machinami.store.search;

import java.util.Locale;
import java.util.Map;

/** Short names of formats, the same for a media type and for an entry of the EU file-type list. */
public final class Formats {
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("geo+json", "geojson"),
          Map.entry("vnd.geo+json", "geojson"),
          Map.entry("ld+json", "json-ld"),
          Map.entry("json_ld", "json-ld"),
          Map.entry("rdf+xml", "rdf-xml"),
          Map.entry("rdf_xml", "rdf-xml"),
          Map.entry("turtle", "turtle"),
          Map.entry("rdf_turtle", "turtle"),
          Map.entry("n-triples", "n-triples"),
          Map.entry("rdf_n_triples", "n-triples"),
          Map.entry("n-quads", "n-quads"),
          Map.entry("vnd.ms-excel", "xls"),
          Map.entry("vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
          Map.entry("vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
          Map.entry("vnd.google-earth.kml+xml", "kml"),
          Map.entry("vnd.google-earth.kmz", "kmz"),
          Map.entry("gml+xml", "gml"),
          Map.entry("gml_zip", "gml"),
          Map.entry("vnd.shp", "shp"),
          Map.entry("x-shapefile", "shp"),
          Map.entry("geopackage+sqlite3", "gpkg"),
          Map.entry("vnd.sqlite3", "sqlite"),
          Map.entry("sparql-query", "sparql"),
          Map.entry("sparqlq", "sparql"),
          Map.entry("wms_srvc", "wms"),
          Map.entry("wfs_srvc", "wfs"),
          Map.entry("x-www-form-urlencoded", "form"),
          Map.entry("plain", "txt"));

  private Formats() {}

  /** The name for a media type, its IANA IRI, a file-type IRI or a plain word. */
  public static String name(String format) {
    String last = format.substring(format.lastIndexOf('/') + 1).trim().toLowerCase(Locale.ROOT);
    int semicolon = last.indexOf(';');
    last = semicolon < 0 ? last : last.substring(0, semicolon);
    return OTHER_NAMES.getOrDefault(last, last);
  }
}
