package org.machinami.loader.egress;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "100.100.100.200", // metadata of a cloud
        "169.254.169.254", // metadata of most clouds
        "168.63.129.16", // services of a cloud
        "192.0.0.192", // metadata of a cloud
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2001:0:53aa:64c:0:0:80ff:fffe", // Teredo
        "2001:db8::1",
        "fc00::1",
        "fd00:ec2::254", // metadata of a cloud
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "100::1"
      })
  void isPublic_inside_isFalse(String address) throws UnknownHostException {
    assertFalse(PublicAddresses.isPublic(InetAddress.getByName(address)), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "192.169.0.1",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2400:cb00::1",
        "::ffff:8.8.8.8"
      })
  void isPublic_internet_isTrue(String address) throws UnknownHostException {
    assertTrue(PublicAddresses.isPublic(InetAddress.getByName(address)), address);
  }
}
