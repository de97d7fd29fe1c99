/**
 * The shapes for descriptions, compiled: holds the statements of a description against the shapes
 * and hands on what failed. Each kind of constraint that the bundled shapes use is a test over
 * terms; a shape with another kind is left to jena-shacl as it stands, and is named. jena-shacl
 * reads the shapes and is the oracle in the tests. Knows nothing of verdicts, messages and
 * policies.
 */
package org.machinami.shapes.metadata;
