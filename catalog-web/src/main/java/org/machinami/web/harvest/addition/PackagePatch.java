package org.machinami.web.harvest.addition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * What there is to add to a record, and the body of the call that adds it.
 *
 * @param body for {@code package_patch}: its lists hold what the portal has, since the call
 *     exchanges them whole
 */
record PackagePatch(List<Addition> additions, ObjectNode body) {
  PackagePatch {
    additions = List.copyOf(additions);
    Objects.requireNonNull(body, "body");
  }

  boolean isEmpty() {
    return additions.isEmpty();
  }
}
