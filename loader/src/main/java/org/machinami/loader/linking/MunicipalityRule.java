package org.machinami.loader.linking;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Municipalities are the same when they have the same code; where one has none, when they have the
 * same name. Names such as 府中市 stand for several: then nobody is alone.
 */
final class MunicipalityRule implements LinkRule {
  private static final double BY_CODE = 1;
  private static final double BY_NAME = 0.7;
  private static final double BY_NAME_ALONE = 0.95;

  @Override
  public Set<String> blocks(LinkableThing thing) {
    Set<String> blocks = new HashSet<>(thing.codes());
    thing.names().forEach(name -> blocks.add(Spelling.of(name)));
    return blocks;
  }

  @Override
  public Optional<Likeness> compare(LinkableThing one, LinkableThing other) {
    if (!Collections.disjoint(one.codes(), other.codes())) {
      return Optional.of(Likeness.of(BY_CODE, LinkMethod.CODE));
    }
    boolean bothHaveCodes = !one.codes().isEmpty() && !other.codes().isEmpty();
    return bothHaveCodes
        ? Optional.empty()
        : Optional.of(new Likeness(BY_NAME, BY_NAME_ALONE, LinkMethod.NAME));
  }
}
