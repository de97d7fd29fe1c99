package org.machinami.store.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The name-based UUID of an IRI, for programs that know things by UUIDs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5">RFC 9562, version 5</a>
 */
public final class IriUuid {
  /** What follows the IRI of a dataset in that of its data as a table. */
  public static final String TABLE = "/data.csv";

  /** The namespace of URLs, RFC 9562 section 6.6. */
  private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private IriUuid() {}

  /** 36 characters, lower case. */
  public static String of(String iri) {
    MessageDigest sha1 = sha1();
    ByteBuffer space = ByteBuffer.allocate(16);
    space.putLong(URLS.getMostSignificantBits()).putLong(URLS.getLeastSignificantBits());
    sha1.update(space.array());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(iri.getBytes(StandardCharsets.UTF_8)));
    long most = (hash.getLong() & ~0xF000L) | 0x5000L;
    long least = (hash.getLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(most, least).toString();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
