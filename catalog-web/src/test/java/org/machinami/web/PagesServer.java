package org.machinami.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.machinami.loader.egress.EgressLimits;
import org.machinami.loader.reach.Manners;
import org.machinami.store.DataDirectory;
import org.machinami.store.Store;
import org.machinami.store.ledger.CommitRequest;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.web.account.Account;
import org.machinami.web.account.AccountPages;
import org.machinami.web.account.Accounts;
import org.machinami.web.account.Grant;
import org.machinami.web.config.AccountSettings;
import org.machinami.web.config.Configuration;
import org.machinami.web.config.OpenIdSettings;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.config.StewardSettings;
import org.machinami.web.config.ValidateSettings;
import org.machinami.web.contents.ContentsIndex;
import org.machinami.web.harvest.Harvests;
import org.machinami.web.language.Messages;
import org.machinami.web.monitor.MonitorIndex;
import org.machinami.web.monitor.whatif.WhatIfLimits;
import org.machinami.web.monitor.whatif.WhatIfRuns;
import org.machinami.web.openid.OpenIdClient;
import org.machinami.web.page.PageCache;
import org.machinami.web.quads.PageQuery;
import org.machinami.web.quads.Quads;
import org.machinami.web.quads.QueryProcessUnavailable;
import org.machinami.web.quads.Rows;
import org.machinami.web.reach.LinkChecks;
import org.machinami.web.records.Records;
import org.machinami.web.request.RequestRecords;
import org.machinami.web.server.UnreadBodies;
import org.machinami.web.usage.Usage;
import org.machinami.web.validate.Validations;

/** The pages on a real Jetty over a small real store; quads are a dataset in memory. */
final class PagesServer implements AutoCloseable {
  static final String BASE = "http://city.example/";

  private static final AccountSettings SESSIONS =
      new AccountSettings(Duration.ofMinutes(60), Duration.ofHours(12), Duration.ofHours(72));

  private final Store store;
  private final LuceneSearchIndex search;
  private final ContentsIndex contents;
  private final MonitorIndex monitor;
  private final DatasetGraph quads = DatasetGraphFactory.createTxnMem();
  private final Records records;
  private final RequestRecords requests;
  private final Accounts accounts;
  private final Optional<OpenIdClient> provider;
  private final Usage usage;
  private final Validations validations;
  private final WhatIfRuns whatIf;
  private final List<Object> resources;
  private final Harvests harvests;
  private final LinkChecks links;
  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile boolean queriesDown;

  PagesServer(Path directory) throws Exception {
    this(directory, Clock.system(Messages.CITY), new RequestSettings(true, 5));
  }

  /**
   * @param clock by which uses are counted and pages know what day it is
   */
  PagesServer(Path directory, Clock clock, RequestSettings settings) throws Exception {
    this(directory, clock, settings, Clock.systemUTC());
  }

  /**
   * @param sessions by which sessions end
   */
  PagesServer(Path directory, Clock clock, RequestSettings settings, Clock sessions)
      throws Exception {
    this(
        directory,
        clock,
        settings,
        sessions,
        Configuration.read(Map.of(), Map.of(), directory).validate());
  }

  /** Where the files of the validator lie meanwhile. */
  static Path temporary(Path directory) throws IOException {
    return Files.createDirectories(directory.resolve("temporary"));
  }

  /**
   * @param sessions by which sessions end
   * @param validateSettings what the validator may do
   */
  PagesServer(
      Path directory,
      Clock clock,
      RequestSettings settings,
      Clock sessions,
      ValidateSettings validateSettings)
      throws Exception {
    this(
        directory,
        clock,
        settings,
        sessions,
        validateSettings,
        WhatIfLimits.DEFAULT,
        Optional.empty(),
        Set.of());
  }

  /**
   * @param limits of runs of drafts
   */
  PagesServer(
      Path directory,
      Clock clock,
      RequestSettings settings,
      Clock sessions,
      ValidateSettings validateSettings,
      WhatIfLimits limits)
      throws Exception {
    this(
        directory, clock, settings, sessions, validateSettings, limits, Optional.empty(), Set.of());
  }

  /** One that people may sign in to by an OpenID provider. */
  PagesServer(Path directory, OpenIdSettings provider) throws Exception {
    this(
        directory,
        Clock.system(Messages.CITY),
        new RequestSettings(true, 3),
        Clock.systemUTC(),
        Configuration.read(Map.of(), Map.of(), directory).validate(),
        WhatIfLimits.DEFAULT,
        Optional.of(provider),
        Set.of());
  }

  /** One whose checks of links and harvests may go to some servers of this machine. */
  PagesServer(Path directory, Set<String> outside) throws Exception {
    this(
        directory,
        Clock.system(Messages.CITY),
        new RequestSettings(true, 3),
        Clock.systemUTC(),
        Configuration.read(Map.of(), Map.of(), directory).validate(),
        WhatIfLimits.DEFAULT,
        Optional.empty(),
        outside);
  }

  private static EgressLimits allowing(EgressLimits limits, Set<String> hosts) {
    EgressLimits more = limits;
    for (String host : hosts) {
      more = more.allowing(host);
    }
    return more;
  }

  private PagesServer(
      Path directory,
      Clock clock,
      RequestSettings settings,
      Clock sessions,
      ValidateSettings validateSettings,
      WhatIfLimits limits,
      Optional<OpenIdSettings> openId,
      Set<String> outside)
      throws Exception {
    if (!DataDirectory.exists(directory)) {
      Store.create(directory, BASE);
    }
    store = Store.open(directory);
    search = LuceneSearchIndex.open(directory.resolve("search"), store.base());
    contents = ContentsIndex.open(directory.resolve("contents"), store);
    monitor = MonitorIndex.open(directory.resolve("monitor"), store);
    search.catchUp(store.ledger(), store.versions());
    records = Records.open(Records.EMBEDDED, directory);
    requests = new RequestRecords(records, Clock.systemUTC());
    accounts = new Accounts(records, SESSIONS, sessions);
    provider =
        openId.map(
            known ->
                OpenIdClient.open(
                    known, AccountPages.callback(BASE), AccountPages.signedOut(BASE), sessions));
    usage = Usage.start(records, search::uses, clock, Duration.ofHours(1));
    validations = Validations.start(store, validateSettings, temporary(directory));
    whatIf = WhatIfRuns.open(store, limits, Clock.systemUTC());
    harvests =
        new Harvests(
            store,
            records,
            allowing(Configuration.read(Map.of(), Map.of(), directory).harvest().egress(), outside),
            Map.of(),
            Optional.of(directory.resolve("recipes")),
            Clock.systemUTC());
    links =
        new LinkChecks(
            store,
            records,
            new EgressLimits(outside, Set.of(80, 443), 1 << 16, Duration.ofSeconds(5)),
            new Manners(Duration.ofMillis(1), 4, 100, 1_000, Duration.ofMinutes(1), 3),
            time -> {},
            Optional.of("30 2 * * *"),
            clock);
    ResourceConfig application = new ResourceConfig();
    resources =
        Pages.resources(
            new PageContext(
                store,
                search,
                contents,
                monitor,
                new Memory(),
                new PageCache(1 << 20),
                requests,
                settings,
                accounts,
                provider,
                records,
                new StewardSettings(
                    1 << 20,
                    new EgressLimits(Set.of(), Set.of(80, 443), 1 << 20, Duration.ofSeconds(5))),
                usage,
                validations,
                whatIf,
                harvests,
                links,
                clock));
    resources.forEach(application::register);
    server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    ((ServerConnector) server.getConnectors()[0])
        .getConnectionFactory(HttpConnectionFactory.class)
        .getHttpConfiguration()
        .setRequestHeaderSize(
            Configuration.read(Map.of(), Map.of(), directory).server().headerBytes());
    server.setHandler(
        new UnreadBodies(ContainerFactory.createContainer(JettyHttpContainer.class, application)));
    server.start();
  }

  /** Commits graphs given as Turtle, by their names below the base. */
  void commit(String reason, Map<String, String> graphs) {
    List<GraphChange> changes = new ArrayList<>();
    graphs.forEach(
        (name, turtle) -> {
          Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).base(BASE).toGraph();
          changes.add(new GraphChange(BASE + name, Optional.of(store.write(graph).hash())));
          quads.executeWrite(
              () ->
                  graph
                      .find()
                      .forEachRemaining(
                          t -> {
                            quads.add(Quad.create(NodeFactory.createURI(BASE + name), t));
                            quads.getDefaultGraph().add(t); // stands for the union
                          }));
        });
    commit(reason, changes);
  }

  void commitFile(String name, byte[] bytes) {
    Hash hash = store.writeFile(new java.io.ByteArrayInputStream(bytes));
    commit("file", List.of(new GraphChange(BASE + name, Optional.of(hash))));
  }

  void delete(String name) {
    commit("withdrawn", List.of(new GraphChange(BASE + name, Optional.empty())));
  }

  private void commit(String reason, List<GraphChange> changes) {
    store.commit(new CommitRequest("test", "load", reason, Optional.empty(), changes));
    catchUp();
  }

  /** Has what follows the ledger take in what a desk has committed. */
  void catchUp() {
    search.catchUp(store.ledger(), store.versions());
    contents.catchUp();
    monitor.catchUp();
  }

  /** The resources, filters and mappers behind the pages. */
  List<Object> resources() {
    return resources;
  }

  /** The checks of links. */
  LinkChecks links() {
    return links;
  }

  /** Who can sign in. */
  Accounts accounts() {
    return accounts;
  }

  /** Somebody who can sign in, called by the login. */
  void account(String login, String password, Grant... grants) {
    Account account = accounts.add(login, login, "", List.of(grants)).orElseThrow();
    accounts.setPassword(account, password);
  }

  /** The requests that the pages show. */
  RequestRecords requests() {
    return requests;
  }

  /** POST of a form that is encoded already. */
  HttpResponse<String> post(String path, String form, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
  }

  /** POST of a body of any kind. */
  HttpResponse<String> send(String path, String contentType, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", contentType)
            .header("Accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
  }

  Store store() {
    return store;
  }

  /** Runs of drafts. */
  WhatIfRuns whatIf() {
    return whatIf;
  }

  void queriesDown(boolean down) {
    queriesDown = down;
  }

  /** Where it listens, without a slash at the end. */
  String address() {
    return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** GET with headers given as name, value, name, value. */
  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** GET of something that is no text. */
  HttpResponse<byte[]> bytes(String path, String... headers) {
    return send("GET", path, HttpResponse.BodyHandlers.ofByteArray(), headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    return send(method, path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
  }

  private <T> HttpResponse<T> send(
      String method, String path, HttpResponse.BodyHandler<T> body, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create(address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody()),
        body,
        headers);
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> body, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), body);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop", e);
    }
    usage.close();
    provider.ifPresent(OpenIdClient::close);
    validations.close();
    whatIf.close();
    harvests.close();
    links.close();
    records.close();
    search.close();
    store.close();
  }

  private final class Memory implements Quads {
    @Override
    public List<Rows> select(List<PageQuery> queries, Map<String, Node> values) {
      return queries.stream().map(query -> answer(query, values)).toList();
    }

    private Rows answer(PageQuery query, Map<String, Node> values) {
      if (queriesDown) {
        throw new QueryProcessUnavailable("down", Duration.ofSeconds(7), new Exception("test"));
      }
      return quads.calculateRead(
          () -> {
            try (QueryExecution execution =
                QueryExecutionFactory.create(query.with(values), DatasetFactory.wrap(quads))) {
              List<Map<String, Node>> rows = new ArrayList<>();
              ResultSet results = execution.execSelect();
              while (results.hasNext()) {
                Binding binding = results.nextBinding();
                Map<String, Node> row = new HashMap<>();
                binding.forEach((variable, node) -> row.put(variable.getVarName(), node));
                rows.add(row);
              }
              return new Rows(rows, store.ledger().head());
            }
          });
    }
  }
}
