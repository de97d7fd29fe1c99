package org.machinami.store.quads;

import java.util.Set;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.index.Index;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TCompactProtocol;

/**
 * Writes numbers that do not fit into a node id to the node file by their letters. TDB2 5.6.0
 * itself would write them as a 64-bit value, so that {@code
 * "123456789012345678901234567890"^^xsd:integer} is read back as another number, and an {@code
 * xsd:long} as an {@code xsd:integer}.
 */
final class LongNumbers {
  private static final Set<RDFDatatype> WRITTEN_AS_VALUE =
      Set.of(
          XSDDatatype.XSDinteger,
          XSDDatatype.XSDlong,
          XSDDatatype.XSDint,
          XSDDatatype.XSDshort,
          XSDDatatype.XSDbyte,
          XSDDatatype.XSDdecimal,
          XSDDatatype.XSDdouble);

  private LongNumbers() {}

  /**
   * Puts the node into the table when it is such a number and not there; in a write transaction.
   */
  static void write(Node node, NodeTable table) {
    if (!node.isLiteral()
        || !WRITTEN_AS_VALUE.contains(node.getLiteralDatatype())
        || NodeId.inline(node) != null) {
      return;
    }
    NodeTableTRDF base = (NodeTableTRDF) table.baseNodeTable();
    Index index = base.getIndex();
    Record key = index.getRecordFactory().create(NodeLib.hash(node).getBytes());
    if (index.find(key) != null) {
      return;
    }
    try {
      byte[] bytes =
          new TSerializer(new TCompactProtocol.Factory())
              .serialize(ThriftConvert.convert(node, false));
      BinaryDataFile file = base.getData();
      Bytes.setLong(file.length(), key.getValue());
      file.write(bytes, 0, bytes.length);
      index.insert(key);
    } catch (TException e) {
      throw new IllegalStateException("Could not encode " + node, e);
    }
  }
}
