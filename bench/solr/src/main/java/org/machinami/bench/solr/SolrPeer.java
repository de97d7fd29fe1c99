package org.machinami.bench.solr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;

/**
 * Solr in its Jetty with one core, "catalogue". Takes in a file of documents, then answers over
 * HTTP. Arguments: {@code DIRECTORY CONFIGURATION DOCUMENTS}: an empty directory, the folder with
 * schema.xml and solrconfig.xml, JSON Lines. Prints {@code port N}.
 */
final class SolrPeer {
  private static final String CORE = "catalogue";
  private static final int AT_ONCE = 1000;

  private SolrPeer() {}

  /** Solr's threads would keep a process alive that has failed. */
  public static void main(String[] arguments) {
    try {
      run(arguments);
    } catch (Exception | Error e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void run(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path core = home.resolve(CORE);
    Path conf = Files.createDirectories(core.resolve("conf"));
    for (String file : List.of("schema.xml", "solrconfig.xml")) {
      Files.copy(Path.of(arguments[1]).resolve(file), conf.resolve(file));
    }
    Files.writeString(home.resolve("solr.xml"), "<solr/>");
    Files.writeString(core.resolve("core.properties"), "name=" + CORE + "\n");
    JettySolrRunner jetty =
        new JettySolrRunner(home.toString(), JettyConfig.builder().setPort(0).build());
    jetty.start();
    try (EmbeddedSolrServer solr = new EmbeddedSolrServer(jetty.getCoreContainer(), CORE)) {
      add(solr, Path.of(arguments[2]));
      System.out.println("port " + jetty.getLocalPort());
      Thread.currentThread().join();
    }
  }

  private static void add(EmbeddedSolrServer solr, Path file)
      throws IOException, SolrServerException {
    ObjectMapper json = new ObjectMapper();
    List<SolrInputDocument> batch = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        batch.add(document(json.readTree(line)));
        if (batch.size() == AT_ONCE) {
          solr.add(batch);
          batch.clear();
        }
      }
    }
    if (!batch.isEmpty()) {
      solr.add(batch);
    }
    solr.commit();
  }

  private static SolrInputDocument document(JsonNode line) {
    SolrInputDocument document = new SolrInputDocument();
    line.fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().isArray()) {
                field.getValue().forEach(value -> document.addField(field.getKey(), value.asText()));
              } else {
                document.addField(field.getKey(), field.getValue().asText());
              }
            });
    return document;
  }
}
