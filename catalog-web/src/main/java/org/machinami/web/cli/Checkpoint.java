package org.machinami.web.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.machinami.store.Store;
import org.machinami.store.checkpoint.SignedCheckpoint;
import org.machinami.store.checkpoint.SigningKey;
import org.machinami.store.disk.Disk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code checkpoint}: signs how far the ledger has come, for others to keep. */
@Command(name = "checkpoint")
final class Checkpoint extends DataVerb {
  @Option(names = "--key", paramLabel = "FILE", descriptionKey = "checkpoint.key")
  private Path key;

  @Option(names = "--output", paramLabel = "FILE", descriptionKey = "export.output")
  private Path output;

  @Option(names = "--public-key", descriptionKey = "checkpoint.public-key")
  private boolean publicKey;

  Checkpoint(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) {
    SigningKey signing =
        key == null ? SigningKey.of(store.directory().path()) : SigningKey.read(key);
    if (publicKey) {
      write(signing.verifying().pem());
      return ExitCode.DONE;
    }
    SignedCheckpoint checkpoint = signing.checkpoint(store.base(), store.reached(), Instant.now());
    if (json()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("base", checkpoint.base());
      object.put("sequence", checkpoint.reached().sequence());
      object.put("hash", checkpoint.reached().hash().hex());
      object.put("time", checkpoint.time().toString());
      object.put("key", checkpoint.key().base64());
      object.put("signature", checkpoint.signature());
      console().json(object);
    } else {
      write(checkpoint.text());
    }
    return ExitCode.DONE;
  }

  private void write(String text) {
    if (output == null) {
      console().result(text.stripTrailing());
    } else {
      Disk.replace(output, text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
