package org.machinami.web.steward.form;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.machinami.ontology.CatalogContext;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.form.FormModel;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.web.asset.AssetResource;
import org.machinami.web.asset.Assets;
import org.machinami.web.headers.SecurityHeaders;
import org.machinami.web.negotiation.NegotiationFilter;
import org.machinami.web.page.Answers;
import org.machinami.web.page.PageCache;
import org.machinami.web.page.Templates;
import org.machinami.web.problem.ProblemMapper;
import org.machinami.web.problem.ProblemWriter;
import org.machinami.web.rdf.GraphWriting;
import org.machinami.web.rdf.JsonLdContext;
import org.machinami.web.rdf.JsonLdWriting;

/**
 * The form on a real Jetty, with descriptions that anybody may change, in memory: what the desk
 * does around it is not here. The publishers of the bundled city are registered.
 */
public final class FormTrial implements AutoCloseable {
  private final Store store;
  private final LuceneSearchIndex search;
  private final Server server;
  private final Map<String, Graph> drafts = new ConcurrentHashMap<>();

  private FormTrial(Path directory) throws Exception {
    String base = Descriptions.BASE;
    Store.create(directory, base);
    store = Store.open(directory);
    List<GraphChange> changes = new ArrayList<>();
    for (Path file : Descriptions.bundled()) {
      Graph graph = Descriptions.read(file);
      String id = Descriptions.dataset(graph).replaceFirst("^.*/", "");
      changes.add(
          new GraphChange(
              new NamedGraphs(base).metadata(id), Optional.of(store.write(graph).hash())));
    }
    store.commit(new CommitRequest("test", "load", "trial", Optional.empty(), changes));
    search = LuceneSearchIndex.open(directory.resolve("search"), base);
    search.catchUp(store.ledger(), store.versions());
    Templates templates = new Templates();
    Assets assets = Assets.read();
    GraphWriting graphs =
        new GraphWriting(
            new JsonLdWriting(CatalogContext.servedAt(base), JsonLdContext.read().bytes()));
    Answers answers =
        new Answers(base, templates, graphs, assets, new PageCache(1 << 20), () -> false);
    DescriptionForm form =
        new DescriptionForm(FormModel.bundled(), Descriptions.LABELS, search::publishers, base);
    ResourceConfig application = new ResourceConfig();
    List.of(
            new NegotiationFilter(),
            new SecurityHeaders(),
            new ProblemMapper(),
            new ProblemWriter(base, templates, assets),
            new AssetResource(assets),
            new FormTrialResource(form, answers, drafts))
        .forEach(application::register);
    server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.setHandler(ContainerFactory.createContainer(JettyHttpContainer.class, application));
    server.start();
  }

  /**
   * Starts it on any free port.
   *
   * @param directory that is not there yet
   */
  public static FormTrial start(Path directory) throws Exception {
    return new FormTrial(directory);
  }

  /** Where it listens, without a slash at the end. */
  public String address() {
    return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** Puts a description there, as Turtle with the usual prefixes, relative to the base. */
  public void draft(String id, String turtle) {
    drafts.put(id, Descriptions.parse(turtle));
  }

  /** Puts the description of a bundled dataset there. */
  public void bundled(String id) {
    drafts.put(id, Descriptions.read(Path.of("../samples/datasets/" + id + "/dataset.ttl")));
  }

  /** The description as it is now. */
  public Graph draft(String id) {
    return drafts.get(id);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop", e);
    }
    search.close();
    store.close();
  }
}
