package org.machinami.web.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;

/**
 * {@code /openapi.json}.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1</a>
 */
@Path("openapi.json")
public final class OpenApiResource {
  private static final String PROBLEM = "application/problem+json";

  private final String base;
  private final Answers answers;
  private final List<Operation> operations = Operations.all();

  public OpenApiResource(String base, Answers answers) {
    this.base = base;
    this.answers = answers;
  }

  @GET
  public Response document(@Context ContainerRequestContext request) {
    return answers.document(
        request, new Version("openapi", Optional.empty()), "application/json", this::document);
  }

  private byte[] document(Language language) {
    Messages m = Messages.in(language);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("openapi", "3.1.1");
    json.putObject("info")
        .put("title", m.text("site.title"))
        .put("description", m.text("openapi.lead"))
        .put("version", "1");
    json.putArray("servers").addObject().put("url", base.substring(0, base.length() - 1));
    ArrayNode tags = json.putArray("tags");
    tags.addObject().put("name", "catalogue").put("description", m.text("openapi.tag.catalogue"));
    tags.addObject().put("name", "data").put("description", m.text("openapi.tag.data"));
    tags.addObject().put("name", "ckan").put("description", m.text("openapi.tag.ckan"));
    tags.addObject().put("name", "ledger").put("description", m.text("openapi.tag.ledger"));
    tags.addObject().put("name", "site").put("description", m.text("openapi.tag.site"));
    ObjectNode paths = json.putObject("paths");
    operations.forEach(operation -> paths.set(operation.path(), path(operation, m)));
    problem(json.putObject("components").putObject("schemas").putObject("Problem"));
    return json.toPrettyString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode path(Operation operation, Messages m) {
    ObjectNode path = JsonNodeFactory.instance.objectNode();
    ObjectNode get = path.putObject("get");
    get.put("operationId", operation.id());
    get.putArray("tags").add(operation.tag());
    get.put("summary", m.text(operation.summary()));
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    for (Operation.Parameter parameter : operation.parameters()) {
      ObjectNode one = parameters.addObject();
      one.put("name", parameter.name());
      one.put("in", parameter.isPath() ? "path" : "query");
      one.put("description", m.text(parameter.words()));
      one.put("required", parameter.isRequired());
      one.putObject("schema").put("type", parameter.type());
    }
    if (!parameters.isEmpty()) {
      get.set("parameters", parameters);
    }
    ObjectNode responses = get.putObject("responses");
    ObjectNode good = responses.putObject("200");
    good.put("description", m.text("openapi.answer"));
    ObjectNode content = good.putObject("content");
    operation.types().forEach(content::putObject);
    ObjectNode bad = responses.putObject("default");
    bad.put("description", m.text("openapi.problem"));
    // CKAN tells what went wrong in words of its own.
    ObjectNode said =
        bad.putObject("content")
            .putObject(operation.tag().equals("ckan") ? "application/json" : PROBLEM);
    if (!operation.tag().equals("ckan")) {
      said.putObject("schema").put("$ref", "#/components/schemas/Problem");
    }
    return path;
  }

  private static void problem(ObjectNode schema) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("type").put("type", "string").put("format", "uri");
    properties.putObject("title").put("type", "string");
    properties.putObject("status").put("type", "integer");
    properties.putObject("detail").put("type", "string");
    properties.putObject("instance").put("type", "string");
  }
}
