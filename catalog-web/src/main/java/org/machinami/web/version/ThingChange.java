package org.machinami.web.version;

import java.util.List;
import java.util.Objects;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;

/**
 * What a commit changed of one thing.
 *
 * @param parts by property, in the order of their IRIs
 */
public record ThingChange(Value thing, Kind kind, List<PropertyChange> parts) {
  public ThingChange {
    Objects.requireNonNull(thing, "thing");
    parts = List.copyOf(parts);
  }

  /** What happened to it. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** The values of a property that went and that came. */
  public record PropertyChange(Text property, List<Value> removed, List<Value> added) {
    public PropertyChange {
      removed = List.copyOf(removed);
      added = List.copyOf(added);
    }
  }
}
