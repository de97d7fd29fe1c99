/**
 * The gate for city data: holds what the rows of a source become against the bundled shapes for the
 * classes of the city ontology, one row at a time. Takes lines of N-Triples, gives findings and a
 * verdict. The shapes are compiled into tests over the bytes of a line; jena-shacl is their oracle
 * in the tests and decides wherever a fast test is not sure. Holds no more than a row and a bounded
 * list of findings.
 */
package org.machinami.shapes.data;
