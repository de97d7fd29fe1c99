package org.machinami.loader.harvest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/**
 * Whether a source can be believed.
 *
 * @param before datasets of the source that are here
 * @param gone of them that the source no longer has
 * @param changed of them
 * @param lost properties that datasets would lose, and how many datasets
 */
record Plausibility(
    HarvestRecipe recipe,
    String source,
    int before,
    int gone,
    int changed,
    Map<String, Integer> lost) {
  /** A property that one or two datasets lose is their publisher's doing. */
  private static final int LOSSES_IGNORED = 2;

  /** Why this is not to be committed without a person's saying so; empty when it may be. */
  Optional<LoadException> doubt() {
    if (before == 0) {
      return Optional.empty();
    }
    if (gone == before) {
      return doubt("harvest.stopped-empty", before, source);
    }
    if (gone + changed > recipe.limit() * before) {
      return doubt("harvest.stopped", gone, changed, before, source, percent(recipe.limit()));
    }
    for (Map.Entry<String, Integer> loss : lost.entrySet()) {
      int datasets = loss.getValue();
      if (datasets > LOSSES_IGNORED && datasets > recipe.lossLimit() * before) {
        return doubt(
            "harvest.stopped-lost",
            datasets,
            loss.getKey(),
            before,
            source,
            percent(recipe.lossLimit()));
      }
    }
    return Optional.empty();
  }

  private static Optional<LoadException> doubt(String key, Object... said) {
    return Optional.of(new LoadException(Fault.DATA, key, said));
  }

  /** A share as people say it: 0.2 is 20. */
  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
