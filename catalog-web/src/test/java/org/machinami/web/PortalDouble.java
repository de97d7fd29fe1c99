package org.machinami.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A portal of CKAN with a few records, which can be read and patched: {@code package_patch}
 * exchanges the fields that it is given, lists and all.
 */
final class PortalDouble implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ObjectNode> records = new ArrayList<>();
  private final HttpServer server;
  private LocalDateTime now = LocalDateTime.parse("2026-01-01T00:00:00");

  PortalDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/3/action/", this::answer);
    server.start();
  }

  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String address() {
    return "http://" + authority();
  }

  synchronized ObjectNode add(String json) throws IOException {
    ObjectNode record = (ObjectNode) JSON.readTree(json);
    touch(record);
    records.add(record);
    return record;
  }

  private void touch(ObjectNode record) {
    now = now.plusMinutes(1);
    record.put("metadata_modified", now + ":00.000000");
  }

  /** As the portal's own people do it, with a token of theirs. */
  synchronized ObjectNode patch(String body) throws IOException {
    ObjectNode patch = (ObjectNode) JSON.readTree(body);
    for (ObjectNode record : records) {
      if (record.get("id").equals(patch.get("id"))) {
        record.setAll(patch);
        touch(record);
        return record;
      }
    }
    throw new IllegalArgumentException("no record " + patch.get("id"));
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    String action = asked.getPath().substring("/api/3/action/".length());
    ObjectNode answer = JSON.createObjectNode().put("success", true);
    if (action.equals("package_search")) {
      boolean first = asked.getQuery().contains("start=0");
      ObjectNode result = answer.putObject("result").put("count", records.size());
      ArrayNode results = result.putArray("results");
      if (first) {
        records.forEach(results::add);
      }
    } else if (action.equals("package_list")) {
      ArrayNode names = answer.putArray("result");
      records.forEach(record -> names.add(record.get("name")));
    } else {
      answer.put("success", false);
    }
    send(exchange, answer);
  }

  private static void send(HttpExchange exchange, JsonNode answer) throws IOException {
    byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
