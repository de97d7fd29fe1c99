/**
 * The gate: takes the description of a dataset, holds it against the bundled SHACL shapes and
 * returns a verdict. Reads no network and no data directory, writes nothing.
 */
package org.machinami.shapes;
