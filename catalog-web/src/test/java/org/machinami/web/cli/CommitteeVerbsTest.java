package org.machinami.web.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.web.language.Messages;

/**
 * The verbs that the committee and its operator use: checkpoints, drafts of the policy, overrides.
 */
final class CommitteeVerbsTest {
  private static final String BASE = "http://city.example/";
  private static final String DRAFT =
      Path.of(System.getProperty("machinami.home"))
          .resolve("shapes/src/test/resources/org/machinami/shapes/drafts/contact-email.ttl")
          .toString();

  @TempDir private Path directory;
  private CapturedSession session;

  @BeforeEach
  void load() {
    session = new CapturedSession(directory);
    CapturedSession.Ended loaded =
        session.run("load", CapturedSession.sample("parks"), "--data", "d", "--base", BASE);
    assertEquals(0, loaded.exit(), loaded.err() + loaded.out());
  }

  private CapturedSession.Ended done(String... arguments) {
    CapturedSession.Ended ended = session.run(arguments);
    assertEquals(0, ended.exit(), ended.out() + ended.err());
    return ended;
  }

  @Test
  void checkpoint_holds_untilTheLedgerIsWrittenAnew() throws IOException {
    done("checkpoint", "--data", "d", "--output", "kept");
    done("checkpoint", "--data", "d", "--public-key", "--output", "city.pem");
    done("load", CapturedSession.sample("libraries"), "--data", "d");
    CapturedSession.Ended sound =
        done("verify", "--data", "d", "--checkpoint", "kept", "--public-key", "city.pem");
    assertTrue(sound.out().contains("holds what was signed: commits 1 to 2"), sound.out());
    CapturedSession.Ended unknown =
        done("verify-ledger", "d/ledger/ledger.jsonl", "--checkpoint", "kept");
    assertTrue(unknown.out().contains("Make sure that this is the operator's key"), unknown.out());

    // Another history, complete and sound in itself.
    done("load", CapturedSession.sample("libraries"), "--data", "e", "--base", BASE);
    CapturedSession.Ended other =
        session.run("verify", "--data", "e", "--checkpoint", "kept", "--public-key", "city.pem");
    assertEquals(1, other.exit(), other.out());
    assertTrue(other.out().contains("ledger.jsonl line 2: it is not the commit"), other.out());
    CapturedSession.Ended lines =
        session.run("verify-ledger", "e/ledger/ledger.jsonl", "--checkpoint", "kept", "--json");
    assertEquals(1, lines.exit());
    assertTrue(lines.out().contains("\"holds\":false"), lines.out());
  }

  @Test
  void checkpoint_notOne_isExit2() throws IOException {
    Files.writeString(directory.resolve("kept"), "hello");
    CapturedSession.Ended ended = session.run("verify", "--data", "d", "--checkpoint", "kept");
    assertEquals(2, ended.exit(), ended.out());
    assertTrue(ended.err().contains("is not a checkpoint"), ended.err());
    assertEquals(2, session.run("verify", "--data", "d", "--public-key", "kept").exit());
  }

  @Test
  void whatIf_inAllForms_writesNothing() throws IOException {
    String before = Files.readString(directory.resolve("d/ledger/ledger.jsonl"));
    assertTrue(
        done("policy", "what-if", DRAFT, "--data", "d").out().contains("Looked at 1 datasets"));
    JsonNode json =
        new ObjectMapper()
            .readTree(done("policy", "what-if", DRAFT, "--data", "d", "--json").out());
    assertEquals(1, json.get("datasets").asInt());
    assertEquals("2", json.get("draft").asText());
    assertTrue(
        done("policy", "what-if", DRAFT, "--data", "d", "--format", "csv")
            .out()
            .startsWith("dataset,publisher,before,after,clauses,shapes"));
    done("policy", "what-if", DRAFT, "--data", "d", "--format", "html", "--output", "r.html");
    assertTrue(Files.readString(directory.resolve("r.html")).contains("<html lang=\"en\">"));
    assertEquals(before, Files.readString(directory.resolve("d/ledger/ledger.jsonl")));
  }

  @Test
  void adopt_afterKeep_isShown() {
    done("policy", "keep", DRAFT, "--data", "d", "--reason", "for March");
    assertFalse(done("policy", "show", "--data", "d").out().contains("Version 2"));
    done("policy", "adopt", DRAFT, "--data", "d", "--reason", "voted");
    String shown = done("policy", "show", "--data", "d").out();
    assertTrue(shown.contains("Version 2, in force from 2027-04-01"), shown);
    assertTrue(shown.contains("2.2"), shown);
  }

  /** What the gate of a data directory would say, by the policy that is in force there. */
  @Test
  void validate_withADataDirectory_judgesByItsPolicy() throws IOException {
    String today = LocalDate.now(Messages.CITY).toString();
    String draft = Files.readString(Path.of(DRAFT));
    assertTrue(draft.contains("2027-04-01"), draft);
    Files.writeString(directory.resolve("now.ttl"), draft.replace("2027-04-01", today));
    done("policy", "adopt", "now.ttl", "--data", "d", "--reason", "voted");
    Path folder = Files.createDirectory(directory.resolve("mute"));
    String parks =
        Files.readString(Path.of(CapturedSession.sample("parks")).resolve("dataset.ttl"));
    String mute = parks.replaceAll("vcard:hasEmail\\s+<[^>]*>", "vcard:hasURL <https://e.org/>");
    Files.writeString(folder.resolve("dataset.ttl"), mute);
    for (String data : List.of("", "d")) {
      List<String> arguments =
          new ArrayList<>(List.of("validate", "mute/dataset.ttl", "--format", "json"));
      arguments.addAll(data.isEmpty() ? List.of("--base", BASE) : List.of("--data", data));
      CapturedSession.Ended ended = session.run(arguments.toArray(String[]::new));
      JsonNode said = new ObjectMapper().readTree(ended.out());
      assertEquals(data.isEmpty() ? "1" : "2", said.get("policy").asText());
      assertEquals(data.isEmpty() ? 0 : 1, ended.exit(), ended.out());
      assertEquals(!data.isEmpty(), ended.out().contains("ContactEmail"), ended.out());
    }
    assertEquals(2, session.run("validate", "mute/dataset.ttl", "--data", "none").exit());
  }

  @Test
  void override_takesInWhatWouldBeRefused() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("bare"));
    Files.writeString(
        folder.resolve("dataset.ttl"),
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        <datasets/bare> a dcat:Dataset ; dct:description "説明"@ja .
        """);
    Files.writeString(
        folder.resolve("data.nt"),
        "<http://city.example/id/a> <http://www.w3.org/2000/01/rdf-schema#label> \"a\" .\n");
    String path = folder.toString();
    assertEquals(1, session.run("load", path, "--data", "d").exit());
    List<String> reasons = List.of("--reason-ja", "緊急", "--reason-en", "Urgent");
    assertEquals(2, session.run("load", path, "--data", "d", "--override", "2.2").exit());
    CapturedSession.Ended unknown =
        session.run(
            "load",
            path,
            "--data",
            "d",
            "--override",
            "99.9",
            reasons.get(0),
            reasons.get(1),
            reasons.get(2),
            reasons.get(3));
    assertEquals(2, unknown.exit(), unknown.out());
    assertTrue(unknown.err().contains("has no clause 99.9"), unknown.err());
    done(
        "load",
        path,
        "--data",
        "d",
        "--override",
        "2.2",
        reasons.get(0),
        reasons.get(1),
        reasons.get(2),
        reasons.get(3));
    assertTrue(
        Files.readString(directory.resolve("d/ledger/ledger.jsonl"))
            .contains("\"activity\":\"override\",\"reason\":\"2.2: 緊急 / Urgent\""));
  }
}
