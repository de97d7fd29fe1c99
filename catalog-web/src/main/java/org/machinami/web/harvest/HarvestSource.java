package org.machinami.web.harvest;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.harvest.HarvestRecipe;

/**
 * A source that the operator has given a recipe for.
 *
 * @param id of the dataset that stands for it
 * @param recipe empty when it cannot be read
 * @param problemJa why it cannot be read, in Japanese; empty when it can
 * @param problemEn the same in English
 */
public record HarvestSource(
    String id, Path folder, Optional<HarvestRecipe> recipe, String problemJa, String problemEn) {
  public HarvestSource {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(recipe, "recipe");
  }
}
