package org.machinami.web.datajson;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.store.Store;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.ProgramVersion;
import org.machinami.web.rdf.Labels;

/** {@code /data.json}. */
@Path("data.json")
public final class DataJsonResource {
  private static final String SCHEMA = "https://project-open-data.cio.gov/v1.1/schema";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

  private final Store store;
  private final DatasetReader datasets;
  private final DcatUs writing;
  private final NamedGraphs graphs;
  private final String program = ProgramVersion.read();

  public DataJsonResource(Store store, DatasetReader datasets, Labels labels) {
    this.store = store;
    this.datasets = datasets;
    this.writing = new DcatUs(labels);
    this.graphs = new NamedGraphs(store.base());
  }

  @GET
  public Response catalog(@Context ContainerRequestContext request) {
    Language language = Asked.of(request).language();
    EntityTag tag =
        new EntityTag(
            "data-json-" + store.ledger().head() + "-" + language.tag() + "-" + program, true);
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    StreamingOutput document = out -> write(out, language);
    return (unchanged != null ? unchanged : Response.ok(document, "application/json;charset=utf-8"))
        .tag(tag)
        .language(language.locale())
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  private void write(OutputStream out, Language language) throws IOException {
    try (JsonGenerator json = JSON.getFactory().createGenerator(out, JsonEncoding.UTF8);
        Stream<GraphState> states = store.states().list(graphs.prefix(GraphName.Kind.METADATA))) {
      json.writeStartObject();
      json.writeStringField("@context", SCHEMA + "/catalog.jsonld");
      json.writeStringField("@id", store.base() + "data.json");
      json.writeStringField("@type", "dcat:Catalog");
      json.writeStringField("conformsTo", SCHEMA);
      json.writeStringField("describedBy", SCHEMA + "/catalog.json");
      json.writeArrayFieldStart("dataset");
      for (GraphState state : (Iterable<GraphState>) states::iterator) {
        Optional<String> id = graphs.datasetOf(state.graph());
        if (id.isPresent()) {
          var dataset = datasets.described(id.get(), datasets.versions().graph(state.version()));
          json.writeRaw('\n');
          JSON.writeTree(json, writing.dataset(id.get(), dataset, state.modified(), language));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
