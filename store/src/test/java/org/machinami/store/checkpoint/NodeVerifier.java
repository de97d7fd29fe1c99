package org.machinami.store.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The verifier in the other language, which is asked line by line. Not for use by several threads.
 */
final class NodeVerifier implements AutoCloseable {
  private final Process process;
  private final Writer out;
  private final BufferedReader in;

  NodeVerifier() throws IOException {
    Path script = Path.of("../docs/verifier/verify.mjs").toAbsolutePath().normalize();
    if (!Files.exists(script)) {
      throw new IOException(script + " is not there; tests run in the folder of their module");
    }
    this.process =
        new ProcessBuilder("node", script.toString(), "--batch")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    this.out = process.outputWriter(StandardCharsets.UTF_8);
    this.in = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Its findings as JSON; "[]" when there are none. */
  String findings(Path checkpoint, Path data) throws IOException {
    out.write(
        checkpoint
            + "\t"
            + data.resolve("ledger/ledger.jsonl")
            + "\t"
            + data.resolve("blobs")
            + "\n");
    out.flush();
    String answer = in.readLine();
    if (answer == null) {
      throw new IOException("the other verifier ended");
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    out.close();
    process.destroy();
  }
}
