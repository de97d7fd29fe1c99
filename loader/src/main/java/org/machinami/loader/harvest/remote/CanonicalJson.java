package org.machinami.loader.harvest.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.machinami.store.ledger.Hash;

/** A digest of a JSON value that does not depend on the order of the fields of objects. */
final class CanonicalJson {
  private static final int BYTES = 16;

  private final Set<String> without;

  /**
   * @param without fields that say nothing, such as counts of visits
   */
  CanonicalJson(Set<String> without) {
    this.without = Set.copyOf(without);
  }

  String digest(JsonNode value) {
    MessageDigest sha = Hash.sha256();
    add(value, sha);
    return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
  }

  private void add(JsonNode value, MessageDigest sha) {
    if (value.isObject()) {
      List<String> names = new ArrayList<>();
      value.fieldNames().forEachRemaining(names::add);
      Collections.sort(names);
      sha.update((byte) '{');
      for (String name : names) {
        if (!without.contains(name)) {
          text(name, sha);
          add(value.get(name), sha);
        }
      }
      sha.update((byte) '}');
    } else if (value.isArray()) {
      sha.update((byte) '[');
      value.forEach(item -> add(item, sha));
      sha.update((byte) ']');
    } else {
      sha.update((byte) value.getNodeType().name().charAt(0));
      text(value.asText(), sha);
    }
  }

  private static void text(String text, MessageDigest sha) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    sha.update(
        new byte[] {
          (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
        });
    sha.update(bytes);
  }
}
