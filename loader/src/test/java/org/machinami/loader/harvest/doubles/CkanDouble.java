package org.machinami.loader.harvest.doubles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A portal of CKAN over {@link Entries}, as its action API answers. */
public final class CkanDouble implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SINCE = Pattern.compile("metadata_modified:\\[(\\S+) TO \\*]");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final int ROWS_MAX = 1000;

  private final Entries entries;
  private final HttpDouble server;

  private CkanDouble(Entries entries) {
    this.entries = entries;
    this.server = HttpDouble.start(this::answer);
  }

  public static CkanDouble over(Entries entries) {
    return new CkanDouble(entries);
  }

  public HttpDouble server() {
    return server;
  }

  private Reply answer(HttpDouble.Asked asked) {
    return switch (asked.path()) {
      case "/api/3/action/package_search" -> search(asked);
      case "/api/3/action/package_list" -> list(asked);
      case "/api/3/action/package_show" -> show(asked);
      default -> Reply.of(404, "text/html", "<h1>404</h1>");
    };
  }

  private Reply search(HttpDouble.Asked asked) {
    Matcher since = SINCE.matcher(asked.query("fq", ""));
    Instant from = since.find() ? Instant.parse(since.group(1)) : Instant.EPOCH;
    List<Entry> found =
        entries.all().stream()
            .filter(entry -> !entry.modified().isBefore(from))
            .sorted(Comparator.comparing(Entry::modified).thenComparing(Entry::id))
            .toList();
    int start = Integer.parseInt(asked.query("start", "0"));
    int rows = Math.min(Integer.parseInt(asked.query("rows", "10")), ROWS_MAX);
    ObjectNode result = JSON.createObjectNode();
    result.put("count", found.size());
    result.put("sort", asked.query("sort", ""));
    ArrayNode results = result.putArray("results");
    found.stream().skip(start).limit(rows).map(CkanDouble::json).forEach(results::add);
    return success(result);
  }

  private Reply list(HttpDouble.Asked asked) {
    int offset = Integer.parseInt(asked.query("offset", "0"));
    int limit = Integer.parseInt(asked.query("limit", "1000000"));
    ArrayNode names = JSON.createArrayNode();
    entries.all().stream()
        .map(CkanDouble::name)
        .sorted()
        .skip(offset)
        .limit(limit)
        .forEach(names::add);
    return success(names);
  }

  private Reply show(HttpDouble.Asked asked) {
    String id = asked.query("id", "");
    return entries.all().stream()
        .filter(entry -> entry.id().equals(id) || name(entry).equals(id))
        .findFirst()
        .map(entry -> success(json(entry)))
        .orElse(
            Reply.of(
                404,
                "application/json",
                "{\"success\": false, \"error\": {\"message\": \"Not found\"}}"));
  }

  private static Reply success(com.fasterxml.jackson.databind.JsonNode result) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("help", "help");
    answer.put("success", true);
    answer.set("result", result);
    return Reply.json(answer.toString());
  }

  static String name(Entry entry) {
    return "d-" + entry.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  static ObjectNode json(Entry entry) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", entry.id());
    json.put("name", name(entry));
    json.put("title", entry.title());
    json.put("notes", entry.description());
    json.put("metadata_created", TIME.format(Instant.parse("2024-12-31T00:00:00Z")));
    json.put("metadata_modified", TIME.format(entry.modified()));
    json.put("state", "active");
    json.put("type", "dataset");
    if (!entry.licence().isEmpty()) {
      json.put("license_id", entry.licence());
    }
    json.put("maintainer", entry.body());
    json.put("maintainer_email", "data@portal.example");
    json.set(
        "organization",
        JSON.createObjectNode()
            .put("id", "org-" + Integer.toHexString(entry.body().hashCode()))
            .put("title", entry.body()));
    json.putArray("tags")
        .add(JSON.createObjectNode().put("display_name", entry.title().split(" ", -1)[0]));
    ArrayNode extras = json.putArray("extras");
    entry
        .extras()
        .forEach(
            (key, value) ->
                extras.add(JSON.createObjectNode().put("key", key).put("value", value)));
    ArrayNode resources = json.putArray("resources");
    for (int k = 0; k < entry.files().size(); k++) {
      resources.add(
          JSON.createObjectNode()
              .put("id", "r" + k)
              .put("name", "File " + k)
              .put("format", "CSV")
              .put("url", entry.files().get(k)));
    }
    json.set("tracking_summary", JSON.createObjectNode().put("total", System.nanoTime() % 1000));
    return json;
  }

  @Override
  public void close() {
    server.close();
  }
}
