package org.machinami.loader.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.machinami.loader.source.Row;
import org.machinami.store.ledger.Hash;

/**
 * What RML calls a blank node: an IRI below {@code .well-known/genid/} that follows from the value
 * and the dataset, so that loading the same rows again names it the same.
 */
final class BlankTerm implements TermGenerator {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int HASH_BYTES = 16;

  private final Pieces pieces;
  private final byte[] prefix;
  private final byte[] scope;
  private final MessageDigest digest;

  /**
   * @param prefix IRI below which the names are
   * @param scope within which equal values mean the same node
   */
  BlankTerm(Pieces pieces, String prefix, String scope) {
    this.pieces = pieces;
    this.prefix = ("<" + prefix).getBytes(StandardCharsets.UTF_8);
    this.scope = (scope + "\n").getBytes(StandardCharsets.UTF_8);
    this.digest = Hash.sha256();
  }

  @Override
  public int count(Row row) {
    return pieces.count(row);
  }

  @Override
  public void write(Row row, int choice, Bytes out) {
    digest.update(scope);
    byte[] hash = digest.digest(pieces.text(row, choice).getBytes(StandardCharsets.UTF_8));
    out.append(prefix);
    for (int i = 0; i < HASH_BYTES; i++) {
      out.append(HEX[(hash[i] >> 4) & 15]);
      out.append(HEX[hash[i] & 15]);
    }
    out.append((byte) '>');
  }
}
