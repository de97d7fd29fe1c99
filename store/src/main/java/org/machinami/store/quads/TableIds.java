package org.machinami.store.quads;

import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;

/** Ids of terms by way of TDB2's own node table, within a transaction. Not thread-safe. */
final class TableIds extends TermIds {
  private final NodeTable table;
  private final boolean allocate;
  private final Terms terms = new Terms();
  private final byte[] eight = new byte[8];

  /**
   * @param allocate whether terms that are not in the table are added; needs a write transaction
   */
  TableIds(NodeTable table, boolean allocate) {
    this.table = table;
    this.allocate = allocate;
  }

  long id(Node node) {
    if (allocate) {
      LongNumbers.write(node, table);
    }
    NodeId id = allocate ? table.getAllocateNodeId(node) : table.getNodeIdForNode(node);
    if (NodeId.isDoesNotExist(id)) {
      return ABSENT;
    }
    NodeIdFactory.set(id, eight);
    return Bytes.getLong(eight);
  }

  @Override
  long resolve(byte[] bytes, int start, int end) {
    return id(terms.node(bytes, start, end));
  }
}
