package org.machinami.loader.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * What a file of CSVW metadata beside a table ({@code a.csv-metadata.json}, or {@code
 * csv-metadata.json} for all tables of a folder) says of it: how it is written, and what its
 * columns are called and hold. Immutable.
 *
 * @param file its name
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
record TableMetadata(String file, Dialect dialect, List<TableColumn> columns) {

  private static final String ENDING = "-metadata.json";
  private static final String FOR_ALL = "csv-metadata.json";
  private static final int LARGEST = 4 << 20;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  TableMetadata {
    columns = List.copyOf(columns);
  }

  /**
   * What lies beside a table.
   *
   * @throws LoadException when there is something that is no such metadata
   */
  static Optional<TableMetadata> beside(SourceContent table) throws IOException {
    String own = table.fileName() + ENDING;
    Optional<TableMetadata> found = read(table, own, true);
    return found.isPresent() ? found : read(table, FOR_ALL, false);
  }

  /** The name of the file that is about one table only. */
  static String fileName(String table) {
    return table + ENDING;
  }

  private static Optional<TableMetadata> read(SourceContent table, String name, boolean own)
      throws IOException {
    Optional<InputStream> opened = table.beside(name);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = opened.get()) {
      byte[] bytes = in.readNBytes(LARGEST);
      if (bytes.length == LARGEST) {
        throw new LoadException(Fault.DATA, "csvw.large", name, LARGEST);
      }
      JsonNode json = JSON.readTree(bytes);
      for (JsonNode one : json.has("tables") ? json.path("tables") : List.of(json)) {
        String url = one.path("url").asText();
        boolean about = url.substring(url.lastIndexOf('/') + 1).equals(table.fileName());
        if (about || (own && !json.has("tables"))) {
          return Optional.of(of(name, json, one));
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new LoadException(Fault.DATA, e, "csvw.broken", name, e.getOriginalMessage());
    } catch (CharConversionException e) {
      throw new LoadException(Fault.DATA, e, "csvw.broken", name, e.getMessage());
    }
  }

  private static TableMetadata of(String name, JsonNode group, JsonNode table) {
    JsonNode dialect = table.has("dialect") ? table.path("dialect") : group.path("dialect");
    JsonNode schema =
        table.has("tableSchema") ? table.path("tableSchema") : group.path("tableSchema");
    List<TableColumn> columns = new ArrayList<>();
    try {
      for (JsonNode column : schema.path("columns")) {
        if (!column.path("virtual").asBoolean()) {
          columns.add(TableColumn.of(column, nulls(column, schema, table, group)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new LoadException(Fault.DATA, e, "csvw.broken", name, e.getMessage());
    }
    TableMetadata metadata = new TableMetadata(name, Dialect.of(name, dialect), columns);
    if (!metadata.dialect.header() && columns.isEmpty()) {
      throw new LoadException(Fault.DATA, "csvw.no-names", name);
    }
    return metadata;
  }

  /** What stands for no value: an inherited property. */
  private static Set<String> nulls(JsonNode... inner) {
    for (JsonNode one : inner) {
      JsonNode said = one.path("null");
      if (said.isTextual()) {
        return Set.of(said.asText());
      }
      if (said.isArray()) {
        Set<String> all = new HashSet<>();
        said.forEach(value -> all.add(value.asText()));
        return all;
      }
    }
    return Set.of();
  }

  /** The column at a place of a header: by its titles, its name, or where the header has none. */
  Optional<TableColumn> column(String written, int place) {
    String header = written.strip();
    Optional<TableColumn> titled =
        columns.stream().filter(column -> column.isCalled(header)).findFirst();
    boolean alone = titled.isEmpty() && place < columns.size() && columns.get(place).isUntitled();
    return alone ? Optional.of(columns.get(place)) : titled;
  }

  /** The header of a table that has none: what its columns are called. */
  List<String> header(List<String> references) {
    return columns.stream().map(column -> column.heading(references)).toList();
  }

  /** What of the dialect nothing is made of, as {@code file: property=value}. */
  List<String> unheeded() {
    return dialect.unheeded().stream().map(property -> file + ": " + property).toList();
  }

  /** The header with the names by which references ask for columns, in place of their titles. */
  List<String> renamed(List<String> written, List<String> references) {
    List<String> header = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String name = column(written.get(i), i).map(TableColumn::name).orElse("");
      boolean asked =
          references.contains(name) && written.stream().map(String::strip).noneMatch(name::equals);
      header.add(asked ? name : written.get(i));
    }
    return header;
  }
}
