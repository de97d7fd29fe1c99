package org.machinami.store.quads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.store.Hash;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TCompactProtocol;

/**
 * The node table of a store that is being built: gives each term the place in TDB2's node file
 * where it is written, once. Terms are told apart by the hash that TDB2 itself uses, which is
 * reckoned from the bytes of the line without making a node. Not thread-safe.
 */
final class BulkDictionary extends TermIds {
  private static final byte[] IRI_TAIL = "|||uri".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LITERAL_TAIL = "|literal".getBytes(StandardCharsets.US_ASCII);

  private final BinaryDataFile file;
  private final HashToLong table;
  private final Terms terms = new Terms();
  private final Map<String, byte[]> languages = new HashMap<>();
  private final Map<String, Boolean> inlineDatatypes = new HashMap<>();
  private final MessageDigest md5;
  private final TSerializer serializer;
  private final Hash odd = new Hash(16);
  private final byte[] digest = new byte[16];
  private final byte[] eight = new byte[8];

  BulkDictionary(BinaryDataFile file, HashToLong table) {
    this.file = file;
    this.table = table;
    try {
      md5 = MessageDigest.getInstance("MD5");
      serializer = new TSerializer(new TCompactProtocol.Factory());
    } catch (NoSuchAlgorithmException | TException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The id of a node that does not come from a line. */
  long id(Node node) {
    NodeId inline = NodeId.inline(node);
    if (inline != null) {
      return encoded(inline);
    }
    hashOf(node);
    return idOfDigest(node, null, 0, 0);
  }

  @Override
  long resolve(byte[] bytes, int start, int end) {
    if (bytes[start] == '<') {
      if (!Terms.isPlain(bytes, start, end)) {
        return odd(bytes, start, end);
      }
      md5.update(bytes, start + 1, end - start - 2);
      md5.update(IRI_TAIL);
      return digested(bytes, start, end);
    }
    int quote = bytes[start] == '"' ? terms.unescape(bytes, start, end) : -1;
    if (quote < 0) {
      return odd(bytes, start, end);
    }
    byte[] language = {};
    int datatypeStart = end;
    int datatypeEnd = end;
    if (quote + 1 < end && bytes[quote + 1] == '@') {
      language = language(Terms.text(bytes, quote + 2, end));
    } else if (quote + 1 < end) {
      datatypeStart = quote + 4;
      datatypeEnd = end - 1;
      if (!Terms.isPlain(bytes, quote + 3, end)
          || special(Terms.text(bytes, datatypeStart, datatypeEnd))) {
        return odd(bytes, start, end);
      }
    }
    md5.update(terms.unescaped(), 0, terms.unescapedLength());
    md5.update((byte) '|');
    md5.update(language);
    md5.update((byte) '|');
    md5.update(bytes, datatypeStart, datatypeEnd - datatypeStart);
    md5.update(LITERAL_TAIL);
    return digested(bytes, start, end);
  }

  /** Terms whose id or hash is not that of their letters alone: by way of a node. */
  private long odd(byte[] bytes, int start, int end) {
    return id(terms.node(bytes, start, end));
  }

  private void hashOf(Node node) {
    NodeLib.setHash(odd, node);
    System.arraycopy(odd.getBytes(), 0, digest, 0, 16);
  }

  private long digested(byte[] bytes, int start, int end) {
    try {
      md5.digest(digest, 0, 16);
    } catch (java.security.DigestException e) {
      throw new IllegalStateException(e);
    }
    return idOfDigest(null, bytes, start, end);
  }

  private long idOfDigest(Node nodeOrNone, byte[] bytes, int start, int end) {
    long high = Bytes.getLong(digest, 0);
    long low = Bytes.getLong(digest, 8);
    long known = table.find(high, low);
    if (known != HashToLong.ABSENT) {
      return known;
    }
    Node node = nodeOrNone == null ? terms.node(bytes, start, end) : nodeOrNone;
    try {
      long place = file.length();
      byte[] written = serializer.serialize(ThriftConvert.convert(node, false));
      file.write(written, 0, written.length);
      table.put(high, low, place);
      return place;
    } catch (TException e) {
      throw new IllegalStateException("Could not encode " + node, e);
    }
  }

  private byte[] language(String written) {
    byte[] known = languages.get(written);
    if (known == null) {
      String kept = NodeFactory.createLiteralLang("", written).getLiteralLanguage();
      known = kept.getBytes(StandardCharsets.UTF_8);
      languages.put(written, known);
    }
    return known;
  }

  /** Whether literals of the datatype may be kept inside the id, or lose their datatype. */
  private boolean special(String datatype) {
    return inlineDatatypes.computeIfAbsent(
        datatype,
        iri -> {
          RDFDatatype type = terms.datatype(iri);
          return NodeId.hasInlineDatatype(NodeFactory.createLiteralDT("", type))
              || iri.equals("http://www.w3.org/2001/XMLSchema#string")
              || iri.startsWith("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        });
  }

  private long encoded(NodeId id) {
    NodeIdFactory.set(id, eight);
    return Bytes.getLong(eight);
  }
}
