package org.machinami.loader.harvest.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadException;

/**
 * A data.json: one file with all datasets of a publisher.
 *
 * @see <a href="https://resources.data.gov/resources/dcat-us/">DCAT-US 1.1</a>
 */
public final class DataJsonCatalogue implements RemoteCatalogue {
  private static final String JSON = "application/json";

  private final PoliteClient client;
  private final String address;
  private final String language;
  private final CanonicalJson digests = new CanonicalJson(Set.of());

  public DataJsonCatalogue(PoliteClient client, String address, String language) {
    this.client = client;
    this.address = address;
    this.language = language;
  }

  @Override
  public void read(HarvestIntake intake) {
    Page page = client.page(address, JSON);
    if (!page.changed() && !intake.everything()) {
      intake.known().keySet().forEach(intake::same);
      intake.whole();
      return;
    }
    DataJsonMapping mapping = new DataJsonMapping(address, language, intake::notMapped);
    Set<String> seen = new HashSet<>();
    new JsonRecords(
            List.of("dataset"),
            record -> record(record, mapping, intake, seen),
            place ->
                intake.refuse(
                    address + "#" + place,
                    "harvest.record-too-large",
                    JsonRecords.MOST_BYTES_OF_A_RECORD))
        .read(page);
    intake.whole();
  }

  private void record(
      JsonNode record, DataJsonMapping mapping, HarvestIntake intake, Set<String> seen) {
    String digest = digests.digest(record);
    Optional<String> foreign = mapping.foreign(record);
    if (foreign.isEmpty()) {
      intake.refuse(address + "#?" + digest, "harvest.record-nameless");
    } else if (!seen.add(foreign.get())) {
      intake.refuse(foreign.get(), "harvest.record-twice");
    } else if (intake.isSame(foreign.get(), digest)) {
      intake.same(foreign.get());
    } else {
      try {
        intake.take(
            new ForeignRecord(
                foreign.get(), "", digest, mapping.statements(record, foreign.get())));
      } catch (LoadException e) {
        throw e;
      } catch (RuntimeException e) {
        intake.refuse(foreign.get(), "harvest.broken", String.valueOf(e.getMessage()));
      }
    }
  }
}
