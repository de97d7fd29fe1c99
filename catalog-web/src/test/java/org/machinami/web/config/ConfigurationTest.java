package org.machinami.web.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {
  @TempDir private Path data;

  @Test
  void read_nothingSaid_isDefaults() {
    Configuration configuration = Configuration.read(Map.of(), Map.of("PATH", "/bin"), data);
    assertEquals(8080, configuration.server().port());
    assertEquals(Duration.ofSeconds(30), configuration.query().timeout());
  }

  @Test
  void read_severalSources_strongestWins() throws IOException {
    write("server.port=1\nquery.heap=2g\nsparql.per-caller=3\n");
    Configuration configuration =
        Configuration.read(
            Map.of(Key.SERVER_PORT, "7"),
            Map.of("MACHINAMI_SERVER_PORT", "5", "MACHINAMI_QUERY_HEAP", "512m"),
            data);
    assertEquals(7, configuration.server().port());
    assertEquals("512m", configuration.query().heap());
    assertEquals(3, configuration.sparql().perCaller());
  }

  @Test
  void read_unknownKeyInFile_namesFileAndSuggests() throws IOException {
    write("sparql.per-caler=3\n");
    String message = failure(Map.of());
    assertTrue(message.contains("sparql.per-caler"), message);
    assertTrue(message.contains("machinami.properties"), message);
    assertTrue(message.contains("Did you mean sparql.per-caller?"), message);
  }

  @Test
  void read_unknownVariable_suggests() {
    String message = failure(Map.of("MACHINAMI_QUERY_HAEP", "1g"));
    assertTrue(message.contains("Did you mean MACHINAMI_QUERY_HEAP?"), message);
  }

  @Test
  void read_valueOutOfRange_saysWhereAndWhatMayStandThere() throws IOException {
    write("server.port=70000\n");
    String message = failure(Map.of());
    assertTrue(message.contains("70000"), message);
    assertTrue(message.contains("0 to 65535"), message);
    assertTrue(message.contains("machinami.properties"), message);
  }

  @Test
  void read_recordsOfAnotherKind_saysWhatMayStandThereAndKeepsThePassword() throws IOException {
    write("records.url=jdbc:mysql://db/city?password=secret\n");
    String message = failure(Map.of());
    assertTrue(message.contains("records.url"), message);
    assertTrue(message.contains("jdbc:postgresql:"), message);
    assertFalse(message.contains("secret"), message);
  }

  @Test
  void openId_isOff_unlessAnIssuerIsNamed() {
    assertTrue(Configuration.read(Map.of(), Map.of(), data).openId().isEmpty());
    String message = failure(Map.of("MACHINAMI_OIDC_CLIENT_SECRET", "hush"));
    assertTrue(message.contains("oidc.issuer"), message);
    assertFalse(message.contains("hush"), message);
  }

  @Test
  void openId_plainHttp_needsTheLoopbackSetting_andLoopback() throws IOException {
    write("oidc.client-id=catalogue\noidc.client-secret=hush\n");
    String here = "http://127.0.0.1:9999";
    for (String issuer : new String[] {here, "http://id.example", "id.example", "https://a/?b"}) {
      String message = failure(Map.of("MACHINAMI_OIDC_ISSUER", issuer));
      assertTrue(message.contains("oidc.issuer") && message.contains("https"), message);
    }
    assertTrue(
        failure(
                Map.of(
                    "MACHINAMI_OIDC_ISSUER",
                    "http://id.example",
                    "MACHINAMI_OIDC_LOOPBACK",
                    "true"))
            .contains("oidc.issuer"));
    OpenIdSettings settings =
        Configuration.read(
                Map.of(),
                Map.of("MACHINAMI_OIDC_ISSUER", here, "MACHINAMI_OIDC_LOOPBACK", "true"),
                data)
            .openId()
            .orElseThrow();
    assertEquals("127.0.0.1", settings.name());
    assertTrue(settings.egress().allowed().contains("127.0.0.1:9999"));
    assertFalse(settings.toString().contains("hush"), settings.toString());
  }

  @Test
  void operationsPage_namesEveryKeyWithItsDefault() throws IOException {
    Path page = Path.of(System.getProperty("machinami.home"), "docs", "operations.md");
    String text = Files.readString(page);
    for (Key key : Key.values()) {
      assertTrue(
          text.contains("| `" + key.property() + "` | `" + key.preset() + "` |"),
          () -> page + " lacks the row of " + key.property() + " with " + key.preset());
    }
  }

  private String failure(Map<String, String> environment) {
    return assertThrows(
            ConfigurationException.class, () -> Configuration.read(Map.of(), environment, data))
        .getMessage();
  }

  private void write(String text) throws IOException {
    Files.writeString(data.resolve(Configuration.FILE), text);
  }
}
