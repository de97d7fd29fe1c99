package org.machinami.loader.harvest;

import java.util.Set;

/** The terms that a harvest looks at, as canonical N-Triples. */
final class Terms {
  static final String AS = "https://www.w3.org/ns/activitystreams#";
  static final String DCAT = "http://www.w3.org/ns/dcat#";
  static final String DCTERMS = "http://purl.org/dc/terms/";
  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  static final String LDES = "https://w3id.org/ldes#";
  static final String TREE = "https://w3id.org/tree#";

  static final byte[] TYPE = StatementLine.term("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  static final byte[] MEMBER_OBJECT = StatementLine.term(AS + "object");
  static final byte[] MEMBER_PUBLISHED = StatementLine.term(AS + "published");
  static final byte[] MODIFIED = StatementLine.term(DCTERMS + "modified");
  static final byte[] SERVES_DATASET = StatementLine.term(DCAT + "servesDataset");
  static final byte[] STREAM_MEMBER = StatementLine.term(TREE + "member");
  static final byte[] VERSION_OF_PATH = StatementLine.term(LDES + "versionOfPath");
  static final byte[] TIMESTAMP_PATH = StatementLine.term(LDES + "timestampPath");

  static final String EVENT_STREAM = "<" + LDES + "EventStream>";
  static final String TOMBSTONE = "<" + AS + "Tombstone>";

  /** Classes whose instances become a dataset each. */
  static final Set<String> DATASETS =
      Set.of("<" + DCAT + "Dataset>", "<" + DCAT + "DatasetSeries>");

  /**
   * Classes at which a description ends: what they list would pull the whole catalogue into each
   * dataset.
   */
  static final Set<String> BORDERS =
      Set.of(
          "<" + DCAT + "Catalog>",
          "<" + DCAT + "CatalogRecord>",
          "<" + SKOS + "ConceptScheme>",
          "<" + AS + "Create>",
          EVENT_STREAM,
          "<" + TREE + "Node>");

  static final String DATA_SERVICE = DCAT + "DataService";

  private Terms() {}
}
