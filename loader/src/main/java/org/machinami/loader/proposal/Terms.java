package org.machinami.loader.proposal;

import org.machinami.ontology.City;

/** IRIs of terms that proposals are made of. */
final class Terms {
  static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
  static final String IDENTIFIER = "http://purl.org/dc/terms/identifier";
  static final String DATE = "http://purl.org/dc/terms/date";
  static final String FEATURE = "http://www.w3.org/ns/sosa/hasFeatureOfInterest";
  static final String RESULT = "http://www.w3.org/ns/sosa/hasSimpleResult";
  static final String WITHIN = "http://www.opengis.net/ont/geosparql#sfWithin";
  static final String LATITUDE = "http://www.w3.org/2003/01/geo/wgs84_pos#lat";
  static final String LONGITUDE = "http://www.w3.org/2003/01/geo/wgs84_pos#long";
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  static final String THING = "https://schema.org/Thing";
  static final String MUNICIPALITY_LINK = "id/municipality/{}";
  static final String FACILITY = City.Facility.getURI();
  static final String OBSERVATION = City.CityObservation.getURI();

  private Terms() {}

  static boolean isObservation(String classIri) {
    return classIri.startsWith(City.NS) && classIri.endsWith("Observation");
  }
}
