package org.machinami.web.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.language.Text;

/**
 * A dataset in a list.
 *
 * @param sectorId id in the code list, empty when unknown
 * @param quality level of quality, where files were judged
 * @param stopped whether its publication is stopped
 */
public record DatasetCard(
    String id,
    Text title,
    Optional<Text> description,
    Optional<Text> publisher,
    String sectorId,
    Optional<Text> sector,
    List<String> formats,
    Optional<String> quality,
    Optional<LocalDate> modified,
    boolean stopped) {
  public DatasetCard {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    formats = List.copyOf(formats);
  }
}
