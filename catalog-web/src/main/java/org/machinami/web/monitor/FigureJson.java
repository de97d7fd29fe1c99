package org.machinami.web.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables of figures as JSON. */
public final class FigureJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FigureJson() {}

  /** Each table by its id. */
  static byte[] of(long applied, List<FigureTable> tables) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("commit", applied);
    tables.forEach(table -> document.put(table.id(), table.objects()));
    return bytes(document);
  }

  /** One page of a list. */
  public static byte[] of(long applied, long total, int page, int pages, FigureTable table) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("commit", applied);
    document.put("total", total);
    document.put("page", page);
    document.put("pages", pages);
    document.put(table.id(), table.objects());
    return bytes(document);
  }

  private static byte[] bytes(Object document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
