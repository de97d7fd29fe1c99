package org.machinami.web.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Handler;
import org.machinami.loader.harvest.remote.Pause;
import org.machinami.loader.reach.Manners;
import org.machinami.store.Store;
import org.machinami.store.ledger.LedgerFollower;
import org.machinami.store.quads.QuadVerification;
import org.machinami.store.search.LuceneSearchIndex;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.PageContext;
import org.machinami.web.Pages;
import org.machinami.web.account.AccountPages;
import org.machinami.web.account.Accounts;
import org.machinami.web.asset.Assets;
import org.machinami.web.config.Configuration;
import org.machinami.web.config.LinkSettings;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.config.SparqlSettings;
import org.machinami.web.config.StewardSettings;
import org.machinami.web.contents.ContentsIndex;
import org.machinami.web.harvest.Harvests;
import org.machinami.web.language.Messages;
import org.machinami.web.monitor.MonitorIndex;
import org.machinami.web.monitor.whatif.WhatIfLimits;
import org.machinami.web.monitor.whatif.WhatIfRuns;
import org.machinami.web.openid.OpenIdClient;
import org.machinami.web.page.PageCache;
import org.machinami.web.page.Templates;
import org.machinami.web.quads.LoopbackQuads;
import org.machinami.web.quads.LoopbackVerification;
import org.machinami.web.quads.Quads;
import org.machinami.web.reach.LinkChecks;
import org.machinami.web.records.Records;
import org.machinami.web.request.RequestRecords;
import org.machinami.web.sparql.EditorResource;
import org.machinami.web.sparql.LoopbackClients;
import org.machinami.web.sparql.QuerySupervisor;
import org.machinami.web.sparql.QueryWatch;
import org.machinami.web.sparql.SparqlFront;
import org.machinami.web.usage.Usage;
import org.machinami.web.validate.Validations;

/**
 * A running catalogue: the store, the search index that follows it, the query process and the
 * listening server, in the order in which they start; they stop in the opposite order. Thread-safe.
 */
public final class Catalogue implements AutoCloseable {
  private static final int WAITING_QUERIES = 256;
  private static final int PAGE_QUERIES = 16;
  private static final long LOOK_AGAIN_MILLIS = 100;
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private final Store store;
  private final SearchIndex search;
  private final ContentsIndex contents;
  private final LedgerFollower follower;
  private final MonitorIndex monitor;
  private final LedgerFollower monitorFollower;
  private final Records records;
  private final RequestRecords requests;
  private final Accounts accounts;
  private final Optional<OpenIdClient> provider;
  private final StewardSettings steward;
  private final Usage usage;
  private final Validations validations;
  private final WhatIfRuns whatIf;
  private final Harvests harvests;
  private final LinkChecks links;
  private final RequestSettings requestSettings;
  private final QuerySupervisor supervisor;
  private final QueryWatch watch;
  private final HttpClient queryClient;
  private final HttpClient pageClient;
  private final HttpClient watchClient;
  private final SparqlFront front;
  private final PageCache pages;
  private final CatalogueServer server;
  private final Readiness readiness;
  private final Object rebuilding = new Object();
  private Rehearsal rehearsal;

  /**
   * Starts all parts and returns as soon as pages are answered; {@link #readiness} says when the
   * rest has caught up.
   *
   * @param server with open doors; closed by {@link #close}
   * @param store closed by {@link #close}
   * @param admin makes what the command line speaks to
   */
  public static Catalogue start(
      CatalogueServer server,
      Store store,
      Configuration configuration,
      Function<Catalogue, Handler> admin)
      throws Exception {
    Catalogue catalogue = new Catalogue(server, store, configuration);
    try {
      catalogue.serve(admin);
      return catalogue;
    } catch (Exception | Error e) {
      catalogue.close();
      throw e;
    }
  }

  private Catalogue(CatalogueServer server, Store store, Configuration configuration) {
    this.server = server;
    this.store = store;
    // First, since it takes longest: the JVM of the query process.
    this.supervisor = new QuerySupervisor(QueryCommand.of(store.directory(), configuration));
    supervisor.start();
    // Beside the others: a first start makes its schema.
    CompletableFuture<Records> opening =
        CompletableFuture.supplyAsync(
            () -> Records.open(configuration.recordsUrl(), store.directory().path()));
    this.search = LuceneSearchIndex.open(store.directory().search(), store.base());
    this.contents = ContentsIndex.open(store.directory().path().resolve("contents"), store);
    search.catchUp(store.ledger(), contents.shared());
    this.follower =
        LedgerFollower.start(
            "search index and contents",
            store.ledger(),
            () -> Math.min(search.applied(), contents.state().applied()),
            this::follow,
            PAUSE_AFTER_FAILURE);
    // Of its own, since nobody who searches waits for figures.
    this.monitor = MonitorIndex.open(store.directory().path().resolve("monitor"), store);
    this.monitorFollower =
        LedgerFollower.start(
            "decisions", store.ledger(), monitor::applied, monitor::catchUp, PAUSE_AFTER_FAILURE);
    this.records = opened(opening);
    this.requests = new RequestRecords(records, Clock.systemUTC());
    this.accounts = new Accounts(records, configuration.accounts(), Clock.systemUTC());
    this.provider =
        configuration
            .openId()
            .map(
                settings ->
                    OpenIdClient.open(
                        settings,
                        AccountPages.callback(store.base()),
                        AccountPages.signedOut(store.base()),
                        Clock.systemUTC()));
    this.steward = configuration.steward();
    this.requestSettings = configuration.requests();
    this.usage =
        Usage.start(records, search::uses, Clock.system(Messages.CITY), configuration.usageWrite());
    this.validations =
        Validations.start(
            store, configuration.validate(), Path.of(System.getProperty("java.io.tmpdir")));
    this.whatIf = WhatIfRuns.open(store, WhatIfLimits.DEFAULT, Clock.systemUTC());
    this.harvests =
        new Harvests(
                store,
                records,
                configuration.harvest().egress(),
                System.getenv(),
                configuration.harvest().recipes(),
                Clock.systemUTC())
            .schedule();
    LinkSettings linkSettings = configuration.links();
    this.links =
        new LinkChecks(
                store,
                records,
                linkSettings.egress(),
                Manners.usual(),
                Pause.sleeping(),
                linkSettings.schedule(),
                Clock.systemUTC())
            .schedule();
    Duration longest = configuration.query().timeout().plusSeconds(10);
    SparqlSettings sparql = configuration.sparql();
    this.queryClient =
        LoopbackClients.start("sparql", sparql.concurrent(), WAITING_QUERIES, longest);
    this.pageClient =
        LoopbackClients.start("pages", PAGE_QUERIES, WAITING_QUERIES, Duration.ofSeconds(30));
    this.watchClient = LoopbackClients.start("watch", 2, 4, Duration.ofSeconds(30));
    this.watch = new QueryWatch(supervisor, watchClient);
    this.front =
        new SparqlFront(
            sparql,
            configuration.server().bodyBytes(),
            supervisor,
            queryClient,
            store.ledger()::head);
    this.pages = new PageCache(configuration.pageCacheBytes());
    Map<String, Supplier<OptionalLong>> parts = new LinkedHashMap<>();
    parts.put("search", () -> OptionalLong.of(search.applied()));
    parts.put("query", watch::applied);
    this.readiness = new Readiness(store.ledger()::head, parts);
  }

  /** The search index reads what is new; the contents look on, and have the rest to do alone. */
  private void follow() {
    try {
      search.catchUp(store.ledger(), contents.shared());
    } finally {
      contents.catchUp();
    }
  }

  /** Waits; a failure is thrown as it was. */
  private static Records opened(CompletableFuture<Records> opening) {
    try {
      return opening.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private void serve(Function<Catalogue, Handler> admin) throws Exception {
    watch.start();
    Quads quads = new LoopbackQuads(supervisor::find, pageClient);
    PageContext context =
        new PageContext(
            store,
            search,
            contents,
            monitor,
            quads,
            pages,
            requests,
            requestSettings,
            accounts,
            provider,
            records,
            steward,
            usage,
            validations,
            whatIf,
            harvests,
            links,
            Clock.system(Messages.CITY));
    List<Object> resources = new ArrayList<>(Pages.resources(context));
    resources.add(
        new EditorResource(store.base(), new Templates(), Assets.read(), supervisor, pageClient));
    server.serve(resources, readiness, front, admin.apply(this));
    rehearsal =
        new Rehearsal(
            server.address(), store.base(), pageClient, quads, () -> watch.applied().isPresent());
    rehearsal.start();
  }

  /**
   * Waits until the server has visited its own pages once, so that the first visitor does not wait
   * for classes to be loaded.
   *
   * @param longest after that it goes on beside the visitors
   */
  public void awaitRehearsal(Duration longest) throws InterruptedException {
    rehearsal.await(longest);
  }

  public Store store() {
    return store;
  }

  public Readiness readiness() {
    return readiness;
  }

  public QuerySupervisor queryProcess() {
    return supervisor;
  }

  public CatalogueServer server() {
    return server;
  }

  /** The open database of records. */
  public Records records() {
    return records;
  }

  /** The requests that its pages show. */
  public RequestRecords requests() {
    return requests;
  }

  /** Who works at its desks. */
  public Accounts accounts() {
    return accounts;
  }

  /** The harvests of other catalogues. */
  public Harvests harvests() {
    return harvests;
  }

  /** The checks of links. */
  public LinkChecks links() {
    return links;
  }

  /** The open search index. */
  public SearchIndex search() {
    return search;
  }

  /**
   * Has the query process compare its quads with the ledger, and waits.
   *
   * @throws org.machinami.web.quads.QueryProcessUnavailable as {@link LoopbackVerification#verify}
   */
  public QuadVerification.Report verifyQuads() {
    HttpClient client = LoopbackClients.start("verify", 1, 1, LoopbackVerification.LONGEST);
    try {
      return new LoopbackVerification(supervisor::find, client).verify();
    } finally {
      LoopbackClients.stop(client);
    }
  }

  /**
   * Has quads, search index and figures built anew, side by side. The query process ends, its
   * directory is deleted, it starts again and reads the ledger from the first commit; SPARQL
   * answers 503 meanwhile. The search index answers from its old state until the new one is whole.
   * Pages go on; what was remembered of pages and answers is forgotten at the end.
   */
  public void rebuild() throws IOException, InterruptedException {
    synchronized (rebuilding) {
      supervisor.hold();
      try {
        DerivedFiles.delete(store.directory().quads());
      } finally {
        supervisor.resume();
      }
      search.rebuild(store.ledger(), store.versions());
      monitor.rebuild();
      while (watch.applied().isEmpty()) {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      }
      front.forget();
      pages.forget();
    }
  }

  /** Finishes running requests, ends the query process and closes the store. */
  @Override
  public void close() {
    supervisor.startNoMore(); // Ctrl-C reaches the query process, too
    server.close();
    watch.close();
    supervisor.close();
    LoopbackClients.stop(queryClient);
    LoopbackClients.stop(pageClient);
    LoopbackClients.stop(watchClient);
    harvests.close();
    links.close();
    usage.close();
    provider.ifPresent(OpenIdClient::close);
    validations.close();
    whatIf.close();
    records.close();
    follower.close();
    monitorFollower.close();
    search.close();
    store.close();
  }
}
