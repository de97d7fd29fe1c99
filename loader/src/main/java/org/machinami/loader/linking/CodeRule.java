package org.machinami.loader.linking;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Things are the same when they have the same code: municipalities, cells of the mesh. */
final class CodeRule implements LinkRule {
  private static final double SURE = 1;

  @Override
  public Set<String> blocks(LinkableThing thing) {
    return thing.codes();
  }

  @Override
  public Optional<Likeness> compare(LinkableThing one, LinkableThing other) {
    return Collections.disjoint(one.codes(), other.codes())
        ? Optional.empty()
        : Optional.of(Likeness.of(SURE, LinkMethod.CODE));
  }
}
