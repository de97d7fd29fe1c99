package org.machinami.web.dataset;

import java.util.List;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/** The list of datasets, for a reader or for a program. */
sealed interface ListAnswer extends View permits ListData, ListView {
  /** The state of the list, as its address says. */
  ListQuery query();

  @Override
  default String title(Messages messages) {
    return query().title(messages);
  }

  @Override
  default String section() {
    return "datasets";
  }

  @Override
  default List<Representation> representations() {
    return Representation.OF_LISTS;
  }
}
