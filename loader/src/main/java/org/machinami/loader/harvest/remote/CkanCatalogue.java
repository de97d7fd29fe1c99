package org.machinami.loader.harvest.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * A portal of CKAN by its action API. What has changed is asked by {@code metadata_modified}, what
 * is gone follows from the list of names. A portal that gives fewer records than it counts is not
 * whole, and the run ends.
 *
 * @see <a href="https://docs.ckan.org/en/latest/api/">CKAN, action API</a>
 */
public final class CkanCatalogue implements RemoteCatalogue {
  private static final String JSON = "application/json";
  private static final String SINCE = "ckan.since";
  private static final String WEIGHTLESS = "tracking_summary";

  /** Records that a list names and a search did not give are asked for one by one, so many. */
  private static final int MOST_SINGLE = 500;

  private static final int NAMES_OF_A_PAGE = 10_000;
  private static final int ROUNDS = 3;

  private final PoliteClient client;
  private final String site;
  private final int rows;
  private final String language;
  private final CanonicalJson digests = new CanonicalJson(Set.of(WEIGHTLESS));

  // Of the run in hand.
  private HarvestIntake intake;
  private CkanMapping mapping;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private Optional<Instant> newest = Optional.empty();

  /**
   * @param address of the portal, with or without the path of its API
   * @param rows records of a page; the portal may give fewer
   * @param language tag of its texts; empty where it is not known
   */
  public CkanCatalogue(PoliteClient client, String address, int rows, String language) {
    this.client = client;
    this.site = address.replaceFirst("/api(/.*)?$", "").replaceFirst("/+$", "");
    this.rows = rows;
    this.language = language;
  }

  @Override
  public void read(HarvestIntake to) {
    intake = to;
    mapping = new CkanMapping(site, language, to::notMapped);
    seen.clear();
    names.clear();
    Optional<String> since = to.everything() ? Optional.empty() : to.remembered(SINCE);
    newest = since.flatMap(RecordStatements::instant);
    if (since.isEmpty()) {
      all();
    } else {
      changed(since.get());
    }
    newest.ifPresent(time -> to.remember(SINCE, time.truncatedTo(ChronoUnit.MILLIS).toString()));
  }

  private void all() {
    long count = -1;
    for (int round = 0; round < ROUNDS && seen.size() < Math.max(count, 1); round++) {
      // A record that changes meanwhile moves to the end, and one behind it past the place where
      // the next page begins; the next round finds it.
      long before = seen.size();
      count = search("", round);
      if (count == 0 || (round > 0 && seen.size() == before)) {
        break;
      }
    }
    if (seen.size() < count) {
      throw new LoadException(Fault.DATA, "harvest.short", site, count, seen.size());
    }
    intake.whole();
  }

  private void changed(String since) {
    search("&fq=" + encoded("metadata_modified:[" + since + " TO *]"), 0);
    Set<String> listed = list();
    Map<String, String> foreign = new HashMap<>();
    intake.known().forEach((iri, name) -> foreign.put(name, iri));
    int fetched = 0;
    for (String name : listed) {
      String iri = foreign.get(name);
      if (iri != null && !seen.contains(iri)) {
        intake.same(iri);
      } else if (iri == null && !names.contains(name)) {
        if (++fetched > MOST_SINGLE) {
          throw new LoadException(Fault.DATA, "harvest.unannounced", site, MOST_SINGLE);
        }
        single(name);
      }
    }
    for (Map.Entry<String, String> known : foreign.entrySet()) {
      if (!listed.contains(known.getKey()) && !seen.contains(known.getValue())) {
        intake.gone(known.getValue());
      }
    }
  }

  /** Reads all pages of a search; how many the portal says there are. */
  private long search(String filter, int round) {
    long start = 0;
    long count;
    do {
      int[] found = new int[1];
      String address =
          site
              + "/api/3/action/package_search?q=*:*&sort="
              + encoded("metadata_modified asc, id asc")
              + "&rows="
              + rows
              + "&start="
              + start
              + filter;
      int before = seen.size();
      ObjectNode rest =
          new JsonRecords(
                  List.of("result", "results"),
                  record -> {
                    found[0]++;
                    record(record);
                  },
                  place -> {
                    found[0]++;
                    intake.refuse(
                        address + "#" + place,
                        "harvest.record-too-large",
                        JsonRecords.MOST_BYTES_OF_A_RECORD);
                    seen.add(address + "#" + place);
                  })
              .read(round > 0 ? client.fresh(address, JSON) : client.page(address, JSON));
      JsonNode result = rest.path("result");
      if (!rest.path("success").asBoolean(false) || !result.path("count").isIntegralNumber()) {
        throw new LoadException(Fault.DATA, "harvest.ckan-error", address, brief(rest));
      }
      count = result.path("count").longValue();
      start += found[0];
      if (found[0] == 0 && start < count) {
        throw new LoadException(Fault.DATA, "harvest.short", site, count, start);
      }
      if (found[0] > 0 && seen.size() == before && start < count && round == 0) {
        throw new LoadException(Fault.DATA, "harvest.repeats", address);
      }
    } while (start < count);
    return count;
  }

  private static String brief(ObjectNode rest) {
    String text = rest.path("error").toString();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  private void record(JsonNode record) {
    String name = RecordStatements.text(record, "name");
    String id = RecordStatements.text(record, "id");
    if (!record.isObject() || (name.isBlank() && id.isBlank())) {
      String digest = digests.digest(record);
      seen.add(digest);
      intake.refuse(site + "/dataset/?" + digest, "harvest.record-nameless");
      return;
    }
    String foreign = mapping.foreign(record);
    if (!foreign.matches("[^\\s<>\"{}|^`\\\\]+")) {
      seen.add(foreign);
      intake.refuse(site + "/dataset/" + encoded(id), "harvest.record-nameless");
      return;
    }
    boolean first = seen.add(foreign);
    RecordStatements.instant(RecordStatements.text(record, "metadata_modified"))
        .filter(time -> newest.isEmpty() || time.isAfter(newest.get()))
        .ifPresent(time -> newest = Optional.of(time));
    if (!first) {
      return;
    }
    take(record, foreign, name);
  }

  private void take(JsonNode record, String foreign, String name) {
    names.add(name);
    String digest = digests.digest(record);
    if (intake.isSame(foreign, digest)) {
      intake.same(foreign);
      return;
    }
    try {
      intake.take(
          new ForeignRecord(foreign, name, digest, mapping.statements(record), record.toString()));
    } catch (LoadException e) {
      throw e;
    } catch (RuntimeException e) {
      // One broken record must not end the run, whatever it breaks.
      intake.refuse(foreign, "harvest.broken", String.valueOf(e.getMessage()));
    }
  }

  private Set<String> list() {
    Set<String> all = new HashSet<>();
    for (int offset = 0; ; offset += NAMES_OF_A_PAGE) {
      String address =
          site + "/api/3/action/package_list?limit=" + NAMES_OF_A_PAGE + "&offset=" + offset;
      int[] found = new int[1];
      int before = all.size();
      ObjectNode rest =
          new JsonRecords(
                  List.of("result"),
                  name -> {
                    found[0]++;
                    if (name.isTextual()) {
                      all.add(name.textValue());
                    }
                  },
                  place -> found[0]++)
              .read(client.page(address, JSON));
      if (!rest.path("success").asBoolean(false)) {
        throw new LoadException(Fault.DATA, "harvest.ckan-error", address, brief(rest));
      }
      if (found[0] < NAMES_OF_A_PAGE || all.size() == before) {
        return all;
      }
    }
  }

  /** A record that the list names and the search has not given; it may be gone by now. */
  private void single(String name) {
    String address = site + "/api/3/action/package_show?id=" + encoded(name);
    Optional<Page> page = client.find(address, JSON);
    if (page.isEmpty()) {
      return;
    }
    ObjectNode rest;
    try {
      rest = JsonRecords.document(page.get());
    } catch (LoadException e) {
      intake.refuse(site + "/dataset/" + encoded(name), "harvest.page-broken", e.getMessage());
      return;
    }
    if (!rest.path("success").asBoolean(false) || !rest.path("result").isObject()) {
      throw new LoadException(Fault.DATA, "harvest.ckan-error", address, brief(rest));
    }
    record(rest.path("result"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
