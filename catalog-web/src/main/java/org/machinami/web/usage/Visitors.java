package org.machinami.web.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/**
 * Whose requests are uses: people's and their programs'; not robots that say they are, not looks at
 * the headers, not pages that a browser fetches in case they are wanted. Thread-safe.
 */
final class Visitors {
  /** Words by which robots name themselves; a telephone is called Cubot. */
  private static final Pattern ROBOTS =
      Pattern.compile(
          "(?<!cu)bot|crawl|spider|slurp|archiver|externalhit|preview|monitor|scanner",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_AGENT = 512;

  private static final int MOST_AGENTS = 1_000;

  /** Most visitors come with one of a few names, and looking for robots takes some microseconds. */
  private final Cache<String, Boolean> robots =
      Caffeine.newBuilder().maximumSize(MOST_AGENTS).build();

  boolean isUse(ContainerRequestContext request) {
    String agent = request.getHeaderString(HttpHeaders.USER_AGENT);
    return request.getMethod().equals("GET")
        && agent != null
        && !agent.isBlank()
        && !isRobot(agent)
        && request.getHeaderString("Sec-Purpose") == null;
  }

  boolean isRobot(String agent) {
    String start = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    return robots.get(start, name -> ROBOTS.matcher(name).find());
  }
}
