package org.machinami.web.rdf;

/** IRIs of the terms that pages read, spelled as in RDF. */
public final class Terms {
  public static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  public static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  public static final String OWL = "http://www.w3.org/2002/07/owl#";
  public static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  public static final String DCT = "http://purl.org/dc/terms/";
  public static final String DCAT = "http://www.w3.org/ns/dcat#";
  public static final String FOAF = "http://xmlns.com/foaf/0.1/";
  public static final String ORG = "http://www.w3.org/ns/org#";
  public static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
  public static final String GEO = "http://www.opengis.net/ont/geosparql#";
  public static final String PROV = "http://www.w3.org/ns/prov#";
  public static final String SH = "http://www.w3.org/ns/shacl#";
  public static final String SPDX = "http://spdx.org/rdf/terms#";
  public static final String VOID = "http://rdfs.org/ns/void#";
  public static final String DQV = "http://www.w3.org/ns/dqv#";
  public static final String ODRL = "http://www.w3.org/ns/odrl/2/";
  public static final String SCHEMA = "https://schema.org/";
  public static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
  public static final String CITY = "https://machinami.org/vocab/city#";

  public static final String type = RDF + "type";
  public static final String label = RDFS + "label";
  public static final String comment = RDFS + "comment";
  public static final String prefLabel = SKOS + "prefLabel";
  public static final String definition = SKOS + "definition";
  public static final String title = DCT + "title";
  public static final String description = DCT + "description";
  public static final String name = FOAF + "name";

  private Terms() {}
}
