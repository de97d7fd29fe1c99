package org.machinami.loader.linking;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalDouble;
import org.machinami.store.ledger.Hash;

/**
 * Two things that are the same.
 *
 * @param from the end whose dataset's id comes first
 * @param to the other end
 * @param sameKind whether both have a class in common; else they are one place in two roles
 * @param confidence from 0 to 1
 * @param metres between both, when both have a place
 */
public record Link(
    End from,
    End to,
    boolean sameKind,
    LinkMethod method,
    double confidence,
    OptionalDouble metres) {

  /**
   * A thing at an end of a link.
   *
   * @param iri of the thing
   * @param label its name, in the language that the data have first
   * @param dataset id of the dataset that describes it
   */
  public record End(String iri, String label, String dataset) {
    public End {
      Objects.requireNonNull(iri, "iri");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(dataset, "dataset");
    }

    static End of(LinkableThing thing) {
      return new End(thing.iri(), thing.label(), thing.datasets().first());
    }
  }

  public Link {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(metres, "metres");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence: " + confidence);
    }
  }

  /** What the link is known by: it follows from both ends. */
  public String key() {
    return keyOf(from.iri(), to.iri());
  }

  /** Whether both cannot be: they give a thing two counterparts in one dataset. */
  boolean contradicts(Link other) {
    boolean sameFrom =
        from.iri().equals(other.from.iri()) && to.dataset().equals(other.to.dataset());
    boolean sameTo = to.iri().equals(other.to.iri()) && from.dataset().equals(other.from.dataset());
    return !key().equals(other.key()) && (sameFrom || sameTo);
  }

  Link byPerson() {
    return new Link(from, to, sameKind, LinkMethod.PERSON, 1, metres);
  }

  static String keyOf(String from, String to) {
    return Hash.of((from + "\n" + to).getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
  }
}
