package org.machinami.store.search;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a hit must meet, beyond words and filters: conditions are combined freely, and every count
 * knows them.
 */
public sealed interface Condition {
  /** Met by all. */
  Condition EVERYTHING = new Everything();

  /** Met by none. */
  Condition NOTHING = new Not(EVERYTHING);

  /** Met by all. */
  record Everything() implements Condition {}

  /** One of these values; of a publisher its parts count, too. */
  record Has(Facet facet, Set<String> values) implements Condition {
    public Has {
      Objects.requireNonNull(facet, "facet");
      values = Set.copyOf(values);
    }
  }

  /** Any value. */
  record HasAny(Facet facet) implements Condition {
    public HasAny {
      Objects.requireNonNull(facet, "facet");
    }
  }

  /** A value that begins so. */
  record Begins(Facet facet, String beginning) implements Condition {
    public Begins {
      Objects.requireNonNull(facet, "facet");
      Objects.requireNonNull(beginning, "beginning");
    }
  }

  /** One of these ids. */
  record Named(Set<String> ids) implements Condition {
    public Named {
      ids = Set.copyOf(ids);
    }
  }

  /** An id that begins so. */
  record NameBegins(String beginning) implements Condition {
    public NameBegins {
      Objects.requireNonNull(beginning, "beginning");
    }
  }

  /** Words as typed into the search box. */
  record Words(String typed) implements Condition {
    public Words {
      Objects.requireNonNull(typed, "typed");
    }
  }

  /** Last changed by a commit of this time, ends included. */
  record Changed(Instant from, Instant to) implements Condition {
    public Changed {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** Described by a commit of this time for the first time, ends included. */
  record Created(Instant from, Instant to) implements Condition {
    public Created {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** All of these. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of these. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** Not this one. */
  record Not(Condition part) implements Condition {
    public Not {
      Objects.requireNonNull(part, "part");
    }
  }
}
