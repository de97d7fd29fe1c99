package org.machinami.web.rows;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.machinami.store.search.Literal;

/** What things are called that the data of other datasets name. */
@FunctionalInterface
public interface ThingNames {
  /** The names in all languages, by IRI; of things without a name there are none. */
  Map<String, List<Literal>> of(Collection<String> iris);
}
