package org.machinami.loader.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The official JSON schema of SARIF 2.1.0, as the jar of a library for SARIF carries it. */
final class SarifSchema {

  private static final String FILE = "/schema/sarif-schema-2.1.0.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA = read();

  private SarifSchema() {}

  private static JsonSchema read() {
    try (InputStream in = SarifSchema.class.getResourceAsStream(FILE)) {
      JsonNode schema = JSON.readTree(Objects.requireNonNull(in, FILE));
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What in a report the schema finds fault with. */
  static List<String> faults(String report) throws IOException {
    return SCHEMA.validate(JSON.readTree(report)).stream().map(Object::toString).toList();
  }
}
