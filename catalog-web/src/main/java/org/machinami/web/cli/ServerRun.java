package org.machinami.web.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.machinami.loader.VocabularyLoader;
import org.machinami.store.DataDirectory;
import org.machinami.store.Store;
import org.machinami.web.admin.AdminHandler;
import org.machinami.web.admin.AdminToken;
import org.machinami.web.config.Configuration;
import org.machinami.web.server.Catalogue;
import org.machinami.web.server.CatalogueServer;
import org.machinami.web.server.Logging;

/** A server from its start to the signal that stops it. */
final class ServerRun {
  private static final Duration LONGEST_REHEARSAL = Duration.ofSeconds(5);
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Session session;
  private final Path data;
  private final ServerOptions options;
  private final boolean json;

  /** What is done with the open store before anything is answered. */
  interface Preparation {
    void prepare(Store store) throws Exception;
  }

  ServerRun(Session session, Path data, ServerOptions options, boolean json) {
    this.session = session;
    this.data = data;
    this.options = options;
    this.json = json;
  }

  int run(Preparation preparation) throws Exception {
    Configuration configuration = options.configuration(session.environment(), data);
    Logging.configure(configuration.log());
    CatalogueServer server = CatalogueServer.open(configuration.server());
    Store store;
    try {
      store = open(server);
    } catch (Exception e) {
      server.close();
      throw e;
    }
    try {
      new VocabularyLoader(store).load("machinami");
      preparation.prepare(store);
    } catch (Exception | Error e) {
      store.close();
      server.close();
      throw e;
    }
    AdminToken token = AdminToken.random();
    Catalogue catalogue =
        Catalogue.start(
            server,
            store,
            configuration,
            running -> new AdminHandler(token, new InServer(running)));
    CountDownLatch stopped = stopOnSignal(catalogue);
    store.announce(server.adminAddress().toString(), token.text());
    announceWhenReady(catalogue, stopped);
    stopped.await();
    return ExitCode.DONE;
  }

  private Store open(CatalogueServer server) {
    if (DataDirectory.exists(data)) {
      Store store = Store.open(data);
      if (!options.base().isEmpty() && !options.base().equals(store.base())) {
        String base = store.base();
        store.close();
        throw new WrongUse(session.texts().of("error.base-fixed", data, base, options.base()));
      }
      return store;
    }
    String base = options.base().isEmpty() ? server.address().toString() : options.base();
    DataDirectories.create(data, base);
    return Store.open(data);
  }

  private static CountDownLatch stopOnSignal(Catalogue catalogue) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  catalogue.close();
                  stopped.countDown();
                },
                "stop"));
    return stopped;
  }

  private void announceWhenReady(Catalogue catalogue, CountDownLatch stopped)
      throws InterruptedException {
    while (!catalogue.readiness().report().ready()) {
      if (stopped.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    catalogue.awaitRehearsal(LONGEST_REHEARSAL);
    String address = catalogue.server().address().toString();
    Console console = session.console();
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("address", address);
      line.put("base", catalogue.store().base());
      line.put("data", data.toString());
      line.put("pid", ProcessHandle.current().pid());
      console.json(line);
    } else {
      console.result(session.texts().of("serve.ready", address));
      console.note("serve.stop");
    }
  }
}
