package org.machinami.web.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads Parquet files with an implementation that has nothing in common with ours. */
public final class Hyparquet {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Hyparquet() {}

  /** What a file holds, as {@code frontend/checks/parquet.mjs} says it. */
  public static JsonNode read(Path file) throws IOException, InterruptedException {
    return run(file.toString());
  }

  /** The same without the values. */
  public static JsonNode head(Path file) throws IOException, InterruptedException {
    return run(file.toString(), "head");
  }

  private static JsonNode run(String... arguments) throws IOException, InterruptedException {
    Path script =
        Path.of(System.getProperty("machinami.home"), "catalog-web/frontend/checks/parquet.mjs");
    List<String> command = new ArrayList<>(List.of("node", script.toString()));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("hyparquet", ".txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      byte[] output = process.getInputStream().readAllBytes();
      assertEquals(0, process.waitFor(), Files.readString(errors));
      return JSON.readTree(output);
    } finally {
      Files.delete(errors);
    }
  }
}
