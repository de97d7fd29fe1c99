package org.machinami.loader.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are of the public internet: not this machine, not the network it stands in, and
 * none that wraps such an address.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA, special-purpose
 *     addresses of IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">and of IPv6</a>
 */
final class PublicAddresses {

  private static final class Block {
    private final byte[] start;
    private final int bits;

    private Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    static Block of(String text) {
      String[] parts = text.split("/", 2);
      try {
        return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(text, e);
      }
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if ((address[bit >> 3] & mask) != (start[bit >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static List<Block> blocks(String... texts) {
    return Stream.of(texts).map(Block::of).toList();
  }

  private static final List<Block> IPV4_INSIDE =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10", // shared by the customers of a carrier
          "127.0.0.0/8",
          "168.63.129.16/32", // a cloud's own services, though the address looks public
          "169.254.0.0/16", // link-local, and the metadata of most clouds
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All global unicast addresses lie in this one. */
  private static final Block IPV6_GLOBAL = Block.of("2000::/3");

  private static final List<Block> IPV6_INSIDE =
      blocks(
          "2001::/23", // Teredo and other special uses
          "2001:db8::/32",
          "2002::/16", // 6to4 wraps any address of IPv4
          "3fff::/20");

  private PublicAddresses() {}

  /** Whether it may be connected to. IPv4 in IPv6 comes as IPv4 from Java, or is in no block. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return IPV4_INSIDE.stream().noneMatch(block -> block.holds(bytes));
    }
    return IPV6_GLOBAL.holds(bytes) && IPV6_INSIDE.stream().noneMatch(block -> block.holds(bytes));
  }
}
