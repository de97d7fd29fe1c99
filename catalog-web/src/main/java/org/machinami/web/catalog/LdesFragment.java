package org.machinami.web.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.store.ledger.Hash;

/**
 * A fragment of the stream of versions.
 *
 * @param from where it begins
 * @param members versions of datasets in the order in which they came to be
 * @param next where the next one begins, when this one will never change again
 */
record LdesFragment(Place from, List<Member> members, Optional<Place> next) {
  LdesFragment {
    Objects.requireNonNull(from, "from");
    members = List.copyOf(members);
    Objects.requireNonNull(next, "next");
  }

  /**
   * A dataset as a commit left it.
   *
   * @param description version of its description; empty when the commit took it away
   */
  record Member(DatasetChange change, Optional<Hash> description) {
    Member {
      Objects.requireNonNull(change, "change");
      Objects.requireNonNull(description, "description");
    }
  }

  boolean isImmutable() {
    return next.isPresent();
  }
}
