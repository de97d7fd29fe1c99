package org.machinami.web.harvest.addition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.harvest.HarvestedRecords;
import org.machinami.loader.harvest.HarvestedRecords.Entry;
import org.machinami.store.Store;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Described;
import org.machinami.web.rows.DataTables;

/** Reads what there is to give back to a source. Thread-safe. */
final class AdditionReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;
  private final SearchIndex search;
  private final DatasetReader datasets;
  private final DataTables tables;

  AdditionReader(Store store, SearchIndex search, DatasetReader datasets, DataTables tables) {
    this.store = store;
    this.search = search;
    this.datasets = datasets;
    this.tables = tables;
  }

  /**
   * What there is to give back about a dataset.
   *
   * @param patch empty when the record as the source gave it is not kept here
   * @param written when the source has changed the record last, as it says it
   */
  record Found(
      Entry entry,
      DatasetState state,
      Described dataset,
      Optional<PackagePatch> patch,
      String written) {}

  HarvestedRecords records(String source) {
    return HarvestedRecords.of(store, source);
  }

  /** Those of the entries that are here. */
  List<Found> read(HarvestedRecords records, List<Entry> entries) {
    Map<String, String> texts = records.texts(entries);
    List<Found> all = new ArrayList<>();
    for (Entry entry : entries) {
      try {
        DatasetState state = datasets.require(entry.id());
        Described dataset = datasets.described(state.id(), datasets.metadata(state));
        Optional<ObjectNode> record =
            Optional.ofNullable(texts.get(entry.id())).flatMap(AdditionReader::object);
        all.add(
            new Found(
                entry,
                state,
                dataset,
                record.map(json -> patch(json, entry, state, dataset)),
                record.map(json -> json.path("metadata_modified").asText("")).orElse("")));
      } catch (Problem absent) {
        // It was withdrawn here: there is nothing to give back.
      }
    }
    return all;
  }

  private static Optional<ObjectNode> object(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return json instanceof ObjectNode record ? Optional.of(record) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private PackagePatch patch(
      ObjectNode record, Entry entry, DatasetState state, Described dataset) {
    Optional<Hit> hit = search.find(state.id());
    Known known =
        new Known(
            dataset,
            hit.map(Hit::extents).orElse(List.of()),
            hit.map(found -> found.values(Facet.MUNICIPALITY)).orElse(List.of()),
            ColumnWords.of(tables, state, dataset));
    return new PatchMaker(record, entry.foreign(), store.base(), known).make();
  }
}
