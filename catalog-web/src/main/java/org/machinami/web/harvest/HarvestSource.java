package org.machinami.web.harvest;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.harvest.HarvestRecipe;

/**
 * A source that the operator has given a recipe for: another catalogue, or the folder of a dataset.
 *
 * @param id of the dataset that stands for it, or that is loaded
 * @param task empty when it cannot be read
 * @param problemJa why it cannot be read, in Japanese; empty when it can
 * @param problemEn the same in English
 */
public record HarvestSource(
    String id, Path folder, Optional<SourceTask> task, String problemJa, String problemEn) {
  public HarvestSource {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(task, "task");
  }

  /** How it is harvested, where it is another catalogue. */
  Optional<HarvestRecipe> recipe() {
    return task.filter(SourceTask.Catalogue.class::isInstance)
        .map(SourceTask.Catalogue.class::cast)
        .map(SourceTask.Catalogue::recipe);
  }
}
