package org.machinami.loader.linking;

import java.util.Optional;
import java.util.Set;

/** When things of a kind are the same. The confidences are measured: see docs/linking.md. */
interface LinkRule {
  /** Only things that share one of these are compared. */
  Set<String> blocks(LinkableThing thing);

  /** How alike two things are that share a block; empty when they are different things. */
  Optional<Likeness> compare(LinkableThing one, LinkableThing other);
}
