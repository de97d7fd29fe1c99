package org.machinami.loader.reach;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.egress.EgressDownload;
import org.machinami.loader.egress.EgressRequest;
import org.machinami.loader.harvest.remote.Pause;
import org.machinami.store.disk.Disk;

/**
 * Asks for addresses of one host, one after the other, as its robots.txt allows. To be used once,
 * by one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
final class HostVisit {
  private static final String NAME = "machinami-link-check";
  private static final String RULES = "/robots.txt";
  private static final int LONGEST_RULES = 500 << 10;

  private final Egress egress;
  private final Manners manners;
  private final Pause pause;
  private final String agent;
  private final long end;
  private final Map<String, BaseRobotRules> rules = new HashMap<>();
  private Duration between;
  private boolean first = true;

  /**
   * @param end when to stop, by {@link System#nanoTime}
   */
  HostVisit(Egress egress, Manners manners, Pause pause, String agent, long end) {
    this.egress = egress;
    this.manners = manners;
    this.pause = pause;
    this.agent = agent;
    this.end = end;
    this.between = manners.between();
  }

  void ask(List<String> addresses, BiConsumer<String, Answer> told) {
    int troubles = 0;
    for (int i = 0; i < addresses.size() && troubles < manners.strikes() && isTime(); i++) {
      Answer answer = ask(addresses.get(i));
      told.accept(addresses.get(i), answer);
      if (answer.isNoHost()) {
        // The others are nowhere, either.
        addresses.subList(i + 1, addresses.size()).forEach(rest -> told.accept(rest, answer));
        return;
      }
      troubles = answer.isTroubleOfHost() ? troubles + 1 : 0;
    }
  }

  private boolean isTime() {
    return System.nanoTime() < end;
  }

  private Answer ask(String address) {
    Optional<String> server = server(address);
    if (server.isPresent()) {
      BaseRobotRules own = rules.computeIfAbsent(server.get(), this::rules);
      if (!own.isAllowed(address.strip())) {
        return Answer.of(
            new LoadException(Fault.DATA, Answer.ROBOTS, address, server.get() + RULES));
      }
      between(own.getCrawlDelay());
    }
    Answer answer = ask(request("HEAD", address));
    return answer.isWorthAnotherLook()
        ? ask(request("GET", address, "Range", "bytes=0-0"))
        : answer;
  }

  /** Scheme, host and port, to which rules belong; empty where no server can be meant. */
  private static Optional<String> server(String address) {
    try {
      URI uri = URI.create(address.strip());
      return uri.getHost() == null
          ? Optional.empty()
          : Optional.of((uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A server may want more time between requests than we take by ourselves. */
  private void between(long milliseconds) {
    if (milliseconds > between.toMillis()) {
      between = Duration.ofMillis(milliseconds);
    }
  }

  /** What cannot be read allows all: the address itself then shows what the matter is. */
  private BaseRobotRules rules(String server) {
    rest();
    try {
      Path folder = Files.createTempDirectory("robots");
      try {
        EgressDownload got = egress.download(request("GET", server + RULES), folder);
        if (got.file().isPresent()) {
          return new SimpleRobotRulesParser()
              .parseContent(
                  server + RULES,
                  head(got.file().get()),
                  got.header("content-type").orElse("text/plain"),
                  List.of(NAME));
        }
      } finally {
        Disk.deleteTree(folder);
      }
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "egress.start", e.toString());
    } catch (LoadException e) {
      if (e.fault() == Fault.ENVIRONMENT) {
        throw e;
      }
    }
    return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LONGEST_RULES);
    }
  }

  private void rest() {
    if (!first) {
      pause.of(between);
    }
    first = false;
  }

  private EgressRequest request(String method, String address, String... more) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("User-Agent", agent);
    headers.put("Accept", "*/*");
    for (int i = 0; i < more.length; i += 2) {
      headers.put(more[i], more[i + 1]);
    }
    return new EgressRequest(method, address, headers, "");
  }

  private Answer ask(EgressRequest request) {
    rest();
    try {
      return Answer.of(request.address(), egress.look(request).status());
    } catch (LoadException e) {
      if (e.fault() == Fault.ENVIRONMENT) {
        throw e;
      }
      return Answer.of(e);
    }
  }
}
